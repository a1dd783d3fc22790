package app.parcelle.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Dictionary;

/**
 * What has been computed of the tables of a project, the least recently used dropped first, bounded by bytes. All states of a
 * project share it: a result is kept by what it is of, the day it is seen from and the versions of all it was computed from, so
 * that it outlives every change of something else. Safe between threads; two that miss a result at once may both compute it.
 */
public final class Results {
  private static final long OVERHEAD = 200;

  private final long limit;
  private final LinkedHashMap<Key, Held> held = new LinkedHashMap<>(64, 0.75f, true);
  private final WeakHashMap<Dictionary, Long> directories = new WeakHashMap<>();
  private long nextDirectory;
  private long bytes;

  /**
   * What a result depends on.
   *
   * @param directory which customers there are
   * @param uses versions of tables and other things that it was computed from
   */
  record Key(Object what, @Nullable AsOf asOf, long directory, List<Object> uses) {}

  private record Held(Object value, long bytes) {}

  /** @param limit bytes of heap that all results together may hold */
  public Results(long limit) {
    this.limit = limit;
  }

  /** Results that may hold a tenth of the heap. */
  public Results() {
    this(Runtime.getRuntime().maxMemory() / 10);
  }

  /** A number for the customers there are: another directory has another one. */
  synchronized long directory(Dictionary customers) {
    return directories.computeIfAbsent(customers, _ -> nextDirectory++);
  }

  /** @param bytesOf about how many bytes of heap a value holds */
  <V> V get(Key key, Class<V> type, ToLongFunction<V> bytesOf, Supplier<V> compute) {
    synchronized (this) {
      Held known = held.get(key);
      if (known != null) {
        return type.cast(known.value());
      }
    }
    V computed = compute.get();
    long size = OVERHEAD + bytesOf.applyAsLong(computed);
    synchronized (this) {
      Held former = held.put(key, new Held(computed, size));
      bytes += size - (former == null ? 0 : former.bytes());
      evict();
    }
    return computed;
  }

  private void evict() {
    var oldest = held.entrySet().iterator();
    while (bytes > limit && oldest.hasNext()) {
      Map.Entry<Key, Held> entry = oldest.next();
      bytes -= entry.getValue().bytes();
      oldest.remove();
    }
  }

  /** Forgets everything, as if nothing had been asked yet. */
  synchronized void clear() {
    held.clear();
    bytes = 0;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized int size() {
    return held.size();
  }
}
