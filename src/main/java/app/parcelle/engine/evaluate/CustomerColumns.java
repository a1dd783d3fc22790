package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** Fields as chunks over customer numbers, whatever they come from, so that one test runs on all of them. */
final class CustomerColumns {
  private final Dataset data;
  private final AsOf asOf;
  private final EventRows rows;
  private final ClusterNumbers clusters;
  private final OneEach oneEach;
  private final JobContext job;

  /** The clusters of a saved clustering by customer number; 0 where there is none. */
  interface ClusterNumbers {
    int[] of(String clusteringId);
  }

  CustomerColumns(Dataset data, AsOf asOf, EventRows rows, ClusterNumbers clusters, OneEach oneEach,
      JobContext job) {
    this.data = data;
    this.asOf = asOf;
    this.rows = rows;
    this.clusters = clusters;
    this.oneEach = oneEach;
    this.job = job;
  }

  private int customers() {
    return data.customers().size();
  }

  List<Chunk> of(Field field) {
    return switch (field) {
      case Field.Key key -> pack(c -> c, null, data.customers());
      case Field.OfCustomer f -> ofCustomer(table(f.tableId()), f.columnId());
      case Field.OfTrait f -> trait(table(f.tableId()), f.trait(), f.scale());
      case Field.Lifted f -> lifted(table(f.tableId()), f.columnId(), f.pick());
      case Field.Cluster f -> cluster(f.id());
      case Field.Score f -> throw new IllegalArgumentException(f.toString());
    };
  }

  private TableVersion table(String id) {
    return data.tables().stream().filter(t -> t.tableId().equals(id)).findFirst().orElseThrow();
  }

  private static Column column(TableVersion table, String id) {
    return table.withId(id).orElseThrow();
  }

  /** A value a customer. */
  private interface Values {
    long at(int customer);
  }

  private List<Chunk> pack(Values values, long @Nullable [] missing, @Nullable Dictionary dictionary) {
    return pack(values, missing, null, dictionary);
  }

  private List<Chunk> pack(Values values, long @Nullable [] missing, long @Nullable [] invalid,
      @Nullable Dictionary dictionary) {
    int blocks = (customers() + Chunk.ROWS - 1) / Chunk.ROWS;
    Chunk[] chunks = new Chunk[blocks];
    Blocks.each(blocks, job, b -> {
      int from = b * Chunk.ROWS;
      int size = Math.min(Chunk.ROWS, customers() - from);
      long[] block = new long[size];
      for (int i = 0; i < size; i++) {
        block[i] = values.at(from + i);
      }
      chunks[b] = Chunk.pack(block, size, part(missing, from, size), part(invalid, from, size), dictionary);
    });
    return List.of(chunks);
  }

  private static long @Nullable [] part(long @Nullable [] bits, int from, int size) {
    if (bits == null) {
      return null;
    }
    long[] part = java.util.Arrays.copyOfRange(bits, from >> 6, (from >> 6) + Bits.words(size));
    return Bits.count(part) == 0 ? null : part;
  }

  /** A customer table's rows are sorted by customer: mostly they are the customers, one by one. */
  private List<Chunk> ofCustomer(TableVersion table, String columnId) {
    Column column = column(table, columnId);
    if (oneEach.holds(table)) {
      List<Chunk> chunks = new ArrayList<>();
      for (int i = 0; i < table.runs().get(0).chunks(); i++) {
        chunks.add(data.chunk(table, column, table.runs().get(0), i));
      }
      return chunks;
    }
    return picked(table, column, firstRows(table));
  }

  /** Position of a row: run and row packed, -1 where a customer has none. */
  private long[] firstRows(TableVersion table) {
    long[] first = new long[customers()];
    java.util.Arrays.fill(first, -1);
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      for (int c = 0; c < run.customers(); c++) {
        if (first[c] < 0 && offsets[c + 1] > offsets[c]) {
          first[c] = (long) run.index() << 32 | offsets[c];
        }
      }
    }
    return first;
  }

  private List<Chunk> picked(TableVersion table, Column column, long[] positions) {
    long[] values = new long[customers()];
    long[] missing = Bits.full(customers());
    long[] invalid = Bits.of(customers());
    Recode recode = new Recode();
    for (TableVersion.Run run : table.runs()) {
      for (int c = 0; c < positions.length; c++) {
        if (positions[c] >= 0 && (int) (positions[c] >> 32) == run.index()) {
          int row = (int) positions[c];
          Chunk chunk = data.chunk(table, column, run, row >> 16);
          int at = row & 0xFFFF;
          if (chunk.isInvalid(at)) {
            Bits.set(invalid, c);
          }
          if (!chunk.isMissing(at)) {
            missing[c >> 6] &= ~(1L << c);
            values[c] = recode.of(chunk.dictionary(), chunk.at(at));
          }
        }
      }
    }
    return pack(c -> values[c], missing, invalid, recode.dictionary());
  }

  /** Codes of several dictionaries as codes of one. With only one, it stays as it is. */
  private static final class Recode {
    private @Nullable Dictionary only;
    private boolean several;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    long of(@Nullable Dictionary dictionary, long code) {
      if (dictionary == null) {
        return code;
      }
      if (only == null) {
        only = dictionary;
        several = dictionary.size() < 0;
      } else if (only != dictionary && !several) {
        // what came before keeps its code
        for (int i = 0; i < only.size(); i++) {
          texts.add(only.text(i));
          codes.putIfAbsent(only.text(i), i);
        }
        several = true;
      }
      if (!several) {
        return code;
      }
      return codes.computeIfAbsent(dictionary.text(code), text -> {
        texts.add(text);
        return texts.size() - 1;
      });
    }

    @Nullable
    Dictionary dictionary() {
      return several ? TextDictionary.of(texts) : only;
    }
  }

  private List<Chunk> trait(TableVersion table, Trait trait, int scale) {
    ChosenRows chosen = rows.chosen(table, new Window.Ever(), null);
    CustomerEvents events = new CustomerEvents(data, job);
    return switch (trait) {
      case FREQUENCY -> {
        long[] orders = events.orders(chosen);
        yield pack(c -> orders[c], null, null);
      }
      case MONETARY, MARGIN -> {
        long[] sums = sums(table, trait, events);
        yield pack(c -> sums[c], null, null);
      }
      case AVERAGE_BASKET -> averageBasket(table, events, chosen, scale);
      case RECENCY -> packWithNone(events.daysSinceLast(chosen, asOf));
      case TENURE -> packWithNone(events.daysSinceFirst(chosen, asOf));
    };
  }

  private long[] sums(TableVersion table, Trait trait, CustomerEvents events) {
    Column summed = Fields.summed(table, trait).orElseThrow();
    return events.sum(rows.summed(table, summed, new Window.Ever(), null), summed);
  }

  private List<Chunk> packWithNone(long[] numbers) {
    return pack(c -> numbers[c], CustomerEvents.none(numbers), null);
  }

  private List<Chunk> averageBasket(TableVersion table, CustomerEvents events, ChosenRows chosen,
      int scale) {
    Column amount = table.withRole(Role.AMOUNT).orElseThrow();
    long[] sums = sums(table, Trait.MONETARY, events);
    long[] orders = events.orders(chosen);
    AverageBasket average = new AverageBasket(amount, scale);
    long[] baskets = new long[customers()];
    for (int c = 0; c < baskets.length; c++) {
      baskets[c] = orders[c] == 0 ? CustomerEvents.NONE : average.of(sums[c], orders[c]);
    }
    return packWithNone(baskets);
  }

  private List<Chunk> lifted(TableVersion table, String columnId, Field.Pick pick) {
    Column column = column(table, columnId);
    ChosenRows chosen = rows.chosen(table, new Window.Ever(), null);
    PickedRows picker = new PickedRows(data, column, chosen, job);
    return picked(table, column, pick == Field.Pick.MOST_FREQUENT ? picker.mostFrequent() : picker.last());
  }

  private List<Chunk> cluster(String id) {
    int[] assigned = clusters.of(id);
    IntUnaryOperator of = c -> c < assigned.length ? assigned[c] : 0;
    long[] missing = Bits.of(customers());
    for (int c = 0; c < customers(); c++) {
      if (of.applyAsInt(c) == 0) {
        Bits.set(missing, c);
      }
    }
    return pack(c -> of.applyAsInt(c), missing, null);
  }
}
