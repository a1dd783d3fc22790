package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Identifying;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * The customers of the base, or of a segment, as a sheet: numbers, yes/no (1 or 0) and dates (days since 1970) as numbers, texts
 * and the clusters of saved clusterings as categories, spellings of one text together.
 *
 * @param customers the number of the customer of each row, ascending
 */
public record ClusterSheet(Sheet sheet, int[] customers) {
  /** More different spellings are refused without looking for those that are the same text. */
  private static final int MOST_SPELLINGS = 100_000;

  /** How a field is read: what columns are known of it, and the day it is seen from. */
  private record Reading(Moment at, Segment.Reference reference, int[] customers, JobContext job) {}

  /**
   * @param fields ids
   * @param within a saved segment; null for the base as of the project's day
   * @throws Problem when there is no such field, or it cannot tell groups of customers apart: a key, a list, a text that differs for
   *     everyone
   */
  static ClusterSheet of(List<String> fields, Segment within, Moment at, JobContext job) {
    long[] members = at.evaluator().evaluate(within, job).members();
    if (members == null) {
      throw new Problem(Message.of("project.split-unknown", within.name()));
    }
    return of(fields, members, within.reference(), at, job);
  }

  static ClusterSheet ofBase(List<String> fields, Moment at, JobContext job) {
    return ofBase(fields, new Segment.Reference.Project(), at, job);
  }

  /** The customers that there were as of a day, and what was known of them then. */
  static ClusterSheet ofBase(List<String> fields, Segment.Reference asOf, Moment at, JobContext job) {
    return of(fields, at.evaluator().base(asOf, job), asOf, at, job);
  }

  private static ClusterSheet of(List<String> fields, long[] members, Segment.Reference reference, Moment at,
      JobContext job) {
    Reading reading = new Reading(at, reference, numbers(members), job);
    List<Field> chosen = fields.stream().map(id -> field(id, at)).toList();
    List<Sheet.Source> columns = new ArrayList<>();
    for (Field field : chosen) {
      job.throwIfCancelled();
      columns.add(column(field, reading));
    }
    return new ClusterSheet(new Sheet(reading.customers().length, columns), reading.customers());
  }

  private static Field field(String id, Moment at) {
    Field field = at.fields()
        .withId(id)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", id)));
    Optional<Column> column = source(field, at);
    if (column.map(Column::meaning).orElse(Meaning.NONE).is(Meaning.Kind.LIST)) {
      throw new Problem(Message.of("cluster.problem.list", field.name()));
    }
    if (isKey(field, column.map(Column::role).orElse(Role.NONE))
        || (field.type().isText() && Identifying.of(field, at.fields()) == Identifying.BY_ITSELF)) {
      throw new Problem(Message.of("cluster.problem.key", field.name()));
    }
    return field;
  }

  private static boolean isKey(Field field, Role role) {
    return field instanceof Field.Key || switch (role) {
      case CUSTOMER_KEY, ORDER_KEY, LOOKUP_KEY -> true;
      case EVENT_TIME, AMOUNT, QUANTITY, UNIT_PRICE, PRODUCT, PLACE, CONSENT, NONE -> false;
    };
  }

  private static Optional<Column> source(Field field, Moment at) {
    return switch (field) {
      case Field.OfCustomer of -> at.table(of.tableId()).withId(of.columnId());
      case Field.Lifted of -> at.table(of.tableId()).withId(of.columnId());
      case Field.OfTrait _,Field.Key _,Field.Cluster _,Field.Score _ -> Optional.empty();
    };
  }

  private static int[] numbers(long[] members) {
    int[] numbers = new int[Bits.count(members)];
    int row = 0;
    for (int customer = 0; row < numbers.length; customer++) {
      if (Bits.get(members, customer)) {
        numbers[row++] = customer;
      }
    }
    return numbers;
  }

  /** What tells whether a customer has other values than before: one number a row, the same for all spellings of a text. */
  static long[] marks(Sheet sheet) {
    long[] marks = new long[sheet.rows()];
    for (Sheet.Source source : sheet.columns()) {
      switch (source) {
        case Sheet.Numbers(_, double[] values) ->
          Arrays.setAll(marks, row -> mixed(marks[row], Double.doubleToLongBits(values[row])));
        case Sheet.Categories(_, List<String> levels, int[] codes) -> {
          long[] ofLevel = levels.stream().mapToLong(ClusterSheet::mark).toArray();
          Arrays.setAll(marks, row -> mixed(marks[row], codes[row] < 0 ? 0 : ofLevel[codes[row]]));
        }
      }
    }
    return marks;
  }

  private static long mark(String text) {
    return Folding.fold(text).chars().asLongStream().reduce(1, ClusterSheet::mixed);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long before, long value) {
    long z = before * 31 + value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static Sheet.Source column(Field field, Reading reading) {
    FieldColumn column = reading.at().evaluator().column(field, reading.reference(), reading.job());
    if (field.type().isText() || field instanceof Field.Cluster) {
      return categories(column, reading.customers());
    }
    double[] all = column.numbers();
    double[] values = new double[reading.customers().length];
    Arrays.setAll(values, row -> all[reading.customers()[row]]);
    return new Sheet.Numbers(field.name(), values);
  }

  private static Sheet.Categories categories(FieldColumn column, int[] customers) {
    Field field = column.field();
    Dictionary dictionary = column.dictionary();
    if (dictionary != null && dictionary.size() < 0) {
      throw new Problem(Message.of("cluster.problem.key", field.name()));
    }
    int[] codes = new int[customers.length];
    int most = -1;
    for (int row = 0; row < codes.length; row++) {
      boolean gap = Bits.get(column.missing(), customers[row]);
      codes[row] = gap ? -1 : (int) column.values()[customers[row]];
      most = Math.max(most, codes[row]);
    }
    int[] counts = new int[most + 1];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    int[] there = IntStream.range(0, counts.length)
        .filter(code -> counts[code] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(code -> -counts[code]))
        .mapToInt(Integer::intValue)
        .toArray();
    if (there.length > MOST_SPELLINGS) {
      throw new Problem(
          Message.of("cluster.problem.levels", field.name(), there.length, Sheet.MOST_LEVELS));
    }
    return folded(field.name(), codes, counts, there, dictionary);
  }

  /**
   * Spellings of one text together, under the most frequent.
   *
   * @param there the codes that occur, the most frequent first
   */
  private static Sheet.Categories folded(String name, int[] codes, int[] counts, int[] there,
      @Nullable Dictionary dictionary) {
    Map<String, Integer> places = new HashMap<>();
    List<String> texts = new ArrayList<>();
    int[] placeOf = new int[counts.length];
    long[] together = new long[there.length];
    for (int code : there) {
      String text = dictionary == null ? String.valueOf(code) : dictionary.text(code);
      int place = places.computeIfAbsent(Folding.fold(text), _ -> texts.size());
      if (place == texts.size()) {
        texts.add(text);
      }
      placeOf[code] = place;
      together[place] += counts[code];
    }
    int[] order = IntStream.range(0, texts.size())
        .boxed()
        .sorted(Comparator.comparingLong(place -> -together[place]))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] level = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      level[order[i]] = i;
    }
    int[] levels = new int[codes.length];
    Arrays.setAll(levels, row -> codes[row] < 0 ? -1 : level[placeOf[codes[row]]]);
    return new Sheet.Categories(name, Arrays.stream(order).mapToObj(texts::get).toList(), levels);
  }
}
