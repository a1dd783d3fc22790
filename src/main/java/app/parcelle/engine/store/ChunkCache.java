package app.parcelle.engine.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Values loaded before, the least recently used dropped first, bounded by bytes. */
final class ChunkCache<K, V> {
  private final long limit;
  private final ToLongFunction<V> bytesOf;
  private final LinkedHashMap<K, V> values = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  ChunkCache(long limit, ToLongFunction<V> bytesOf) {
    this.limit = limit;
    this.bytesOf = bytesOf;
  }

  /** The value of a key; two threads that miss it at once may both load it. */
  V get(K key, Supplier<V> load) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V loaded = load.get();
    synchronized (values) {
      if (values.put(key, loaded) == null) {
        bytes += bytesOf.applyAsLong(loaded);
      }
      evict();
    }
    return loaded;
  }

  private void evict() {
    var oldest = values.entrySet().iterator();
    while (bytes > limit && values.size() > 1) {
      Map.Entry<K, V> entry = oldest.next();
      bytes -= bytesOf.applyAsLong(entry.getValue());
      oldest.remove();
    }
  }
}
