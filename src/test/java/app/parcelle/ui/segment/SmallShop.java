package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** A shop small enough to count customer by customer, standing in for a project. */
final class SmallShop implements Audiences, Dataset {
  static final LocalDate TODAY = LocalDate.of(2011, 12, 9);
  private static final List<String> COUNTRIES = List.of("France", "Belgique", "Suisse", "Luxembourg");

  final List<SavedSegment> saved = new ArrayList<>();
  final List<String> changes = new ArrayList<>();
  int evaluations;
  private final int size;
  private final List<TableVersion> tables;
  private final List<FieldColumn> columns = new ArrayList<>();
  private final int[][] orderDays;
  private final Map<String, Chunk> chunks;
  private int ids;

  SmallShop(int size) {
    this(size, List.of(), Map.of());
  }

  /** A shop that has also kept what customers have said about being written to. */
  static SmallShop withLedger(int size) {
    TableVersion ledger = new TableVersion(3, "t3", "Consentements", TableKind.EVENTS,
        List.of(column("c1", "Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
            column("c2", "Date", ColumnType.DATE_TIME, Role.EVENT_TIME),
            column("c3", "État", ColumnType.YES_NO, Role.CONSENT),
            column("c4", "Finalité", ColumnType.TEXT, Role.NONE),
            column("c5", "Canal", ColumnType.TEXT, Role.NONE)),
        List.of(new TableVersion.Run(0, 6, size)), null);
    return new SmallShop(size, List.of(ledger),
        Map.of("c4", texts(new long[]{0, 1, 1, 2, 1, 0}, "Enquêtes", "Promotions", "promotions"),
            "c5", texts(new long[]{0, 1, 0, 0, 1, 0}, "E-mail", "SMS")));
  }

  private static Chunk texts(long[] codes, String... words) {
    return Chunk.pack(codes, codes.length, null, null, TextDictionary.of(List.of(words)));
  }

  /** @param chunks of the columns of the tables that are there beside, by the id of the column */
  private SmallShop(int size, List<TableVersion> beside, Map<String, Chunk> chunks) {
    this.size = size;
    this.chunks = chunks;
    Random random = new Random(7);
    orderDays = new int[size][];
    for (int c = 0; c < size; c++) {
      int orders = 1 + (int) Math.min(30, -Math.log(1 - random.nextDouble()) * 3);
      orderDays[c] = IntStream.range(0, orders)
          .map(i -> (int) (random.nextDouble() * random.nextDouble() * 370))
          .sorted()
          .toArray();
    }
    List<TableVersion> all = new ArrayList<>(List.of(
        new TableVersion(1, "t1", "Commandes", TableKind.EVENTS,
            List.of(column("c1", "Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
                column("c2", "Date", ColumnType.DATE_TIME, Role.EVENT_TIME),
                column("c3", "Montant", ColumnType.DECIMAL, Role.AMOUNT),
                column("c4", "Pays", ColumnType.TEXT, Role.PLACE)),
            List.of(), null),
        new TableVersion(2, "t2", "Clients", TableKind.CUSTOMERS,
            List.of(column("c1", "Client", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY)), List.of(), null)));
    all.addAll(beside);
    tables = List.copyOf(all);
    number(new Field.OfTrait("t1:recency", "recency", ColumnType.WHOLE, 0, "t1", Trait.RECENCY),
        c -> orderDays[c][0]);
    number(new Field.OfTrait("t1:frequency", "frequency", ColumnType.WHOLE, 0, "t1", Trait.FREQUENCY),
        c -> orderDays[c].length);
    long[] spent = IntStream.range(0, size)
        .mapToLong(c -> (long) (orderDays[c].length * 100 * (20 + 60 * Math.abs(random.nextGaussian()))))
        .toArray();
    number(new Field.OfTrait("t1:monetary", "monetary", ColumnType.DECIMAL, 2, "t1", Trait.MONETARY),
        c -> spent[c]);
    number(new Field.OfTrait("t1:average_basket", "average basket", ColumnType.DECIMAL, 2, "t1",
        Trait.AVERAGE_BASKET), c -> spent[c] / orderDays[c].length);
    number(new Field.OfTrait("t1:tenure", "tenure", ColumnType.WHOLE, 0, "t1", Trait.TENURE),
        c -> orderDays[c][orderDays[c].length - 1]);
    columns.add(column(new Field.OfCustomer("t2.c2", "Pays", ColumnType.TEXT, 0, "t2", "c2", Role.PLACE),
        c -> random.nextInt(20) == 0 ? null : (long) (random.nextDouble() * random.nextDouble() * 4),
        TextDictionary.of(COUNTRIES)));
    columns.add(column(new Field.OfCustomer("t2.c3", "Âge", ColumnType.WHOLE, 0, "t2", "c3", Role.NONE),
        c -> random.nextInt(12) == 0 ? null : (long) Math.clamp(44 + 13 * random.nextGaussian(), 18, 92),
        null));
    columns.add(column(new Field.OfCustomer("t2.c4", "Civilité", ColumnType.TEXT, 0, "t2", "c4", Role.NONE),
        c -> (long) random.nextInt(2), TextDictionary.of(List.of("Mme", "M."))));
    columns.add(column(
        new Field.OfCustomer("t2.c5", "E-mail marketing", ColumnType.YES_NO, 0, "t2", "c5", Role.CONSENT),
        c -> random.nextInt(9) == 0 ? null : random.nextInt(5) == 0 ? 0L : 1L, null));
    columns.add(column(
        new Field.OfCustomer("t2.c6", "Inscription", ColumnType.DATE, 0, "t2", "c6", Role.NONE),
        c -> TODAY.toEpochDay() - random.nextInt(900), null));
    columns.add(column(
        new Field.OfCustomer("t2.c7", "Dernière visite", ColumnType.DATE, 0, "t2", "c7", Role.NONE),
        c -> random.nextInt(9) == 0 ? null : TODAY.toEpochDay() - random.nextInt(900), null));
    columns.add(column(new Field.OfCustomer("t2.c8", "Ville", ColumnType.TEXT, 0, "t2", "c8", Role.PLACE),
        c -> (long) random.nextInt(3), TextDictionary.of(List.of("Paris", "PARIS", "Lyon"))));
  }

  /** Where the field of that name stands in the palette. */
  Source source(String name) {
    return new Source.OfField(find(FieldRef.named(name)).orElseThrow(), false);
  }

  Source events() {
    return new Source.OfEvents(tables.getFirst());
  }

  @Override
  public ProjectView view() {
    return new ProjectView("Boutique", zone(), tables, List.copyOf(saved), List.of(), size, size,
        Instant.EPOCH);
  }

  @Override
  public FieldCatalog fields() {
    return new Catalog();
  }

  @Override
  public Dataset data() {
    return this;
  }

  @Override
  public Evaluation evaluate(Segment segment, JobContext job) {
    evaluations++;
    List<Evaluation.Row> rows = new ArrayList<>();
    Condition rule = segment.rule();
    IntPredicate member = rule == null ? c -> false : test(rule);
    if (rule != null) {
      rows("/rule", rule, member, rows);
    }
    long[] members = Bits.of(size);
    IntStream.range(0, size).filter(member).forEach(c -> Bits.set(members, c));
    FieldColumn consent = columns.get(8);
    int reachable = (int) IntStream.range(0, size)
        .filter(c -> member.test(c) && !Bits.get(consent.missing(), c) && consent.values()[c] == 1)
        .count();
    return new Evaluation(members, Bits.count(members), size, OptionalInt.of(reachable), TODAY,
        TODAY.plusDays(1).atStartOfDay(zone()).toInstant(), rows);
  }

  @Override
  public Explanation explain(Segment segment, String customerKey, JobContext job) {
    int customer = Integer.parseInt(customerKey) - 10_000;
    if (customer < 0 || customer >= size) {
      throw new Problem(Message.of("builder.empty"));
    }
    List<Evaluation.Row> rows = new ArrayList<>();
    List<Explanation.Row> why = new ArrayList<>();
    Condition rule = segment.rule();
    if (rule != null) {
      rows("/rule", rule, test(rule), rows);
      nodes(rule).forEach(node -> why.add(new Explanation.Row(rows.get(why.size()).path(),
          test(node).test(customer), value(node, customer),
          value(node, customer) == null ? Explanation.Presence.NOT_ASKED : Explanation.Presence.THERE)));
    }
    return new Explanation(customerKey, true, rule != null && test(rule).test(customer), false, why, null);
  }

  @Override
  public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
    return columns.stream().filter(c -> c.field().id().equals(field.id())).findFirst().orElseThrow();
  }

  @Override
  public String save(Segment segment) {
    Optional<SavedSegment> same = saved.stream()
        .filter(s -> s.segment().name().equals(segment.name()))
        .findFirst();
    String id = same.map(SavedSegment::id).orElseGet(() -> "s" + ++ids);
    saved.removeIf(s -> s.id().equals(id));
    saved.add(new SavedSegment(id, segment));
    changes.add("save " + id);
    return id;
  }

  @Override
  public void rename(String segmentId, String name) {
    changes.add("rename " + segmentId);
    saved.replaceAll(s -> s.id().equals(segmentId)
        ? new SavedSegment(s.id(),
            new Segment(name, s.segment().rule(), s.segment().reference(), s.segment().zone()))
        : s);
  }

  @Override
  public void remove(String segmentId) {
    saved.removeIf(s -> s.id().equals(segmentId));
  }

  @Override
  public List<TableVersion> tables() {
    return tables;
  }

  @Override
  public Dictionary customers() {
    return TextDictionary.of(IntStream.range(0, size).mapToObj(c -> String.valueOf(10_000 + c)).toList());
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Paris");
  }

  @Override
  public Chunk chunk(TableVersion table, Column column, TableVersion.Run run, int index) {
    return Objects.requireNonNull(chunks.get(column.id()), "the shop has no such rows of events");
  }

  @Override
  public int[] offsets(TableVersion table, TableVersion.Run run) {
    throw new IllegalStateException("the shop has no rows of events");
  }

  private void rows(String path, Condition condition, IntPredicate rule, List<Evaluation.Row> rows) {
    boolean unknown = condition instanceof Condition.NumberTest t && find(t.field()).isEmpty();
    int alone = unknown ? -1 : count(test(condition));
    int missing = (int) IntStream.range(0, size).filter(c -> isMissing(condition, c)).count();
    rows.add(new Evaluation.Row(path, alone, alone, 0, missing, 0,
        unknown ? Message.of("builder.problem.unknown") : null));
    switch (condition) {
      case Condition.AllOf all -> {
        IntPredicate left = c -> true;
        for (int i = 0; i < all.children().size(); i++) {
          left = left.and(test(all.children().get(i)));
          int at = rows.size();
          rows(path + "/all/" + i, all.children().get(i), rule, rows);
          int without = count(test(new Condition.AllOf(without(all.children(), i))));
          rows.set(at, cumulative(rows.get(at), count(left), without - count(test(all))));
        }
      }
      case Condition.AnyOf any -> {
        IntPredicate left = c -> false;
        for (int i = 0; i < any.children().size(); i++) {
          left = left.or(test(any.children().get(i)));
          int at = rows.size();
          rows(path + "/any/" + i, any.children().get(i), rule, rows);
          rows.set(at, cumulative(rows.get(at), count(left), 0));
        }
      }
      case Condition.Not not -> rows(path + "/not", not.child(), rule, rows);
      default -> {
        // a leaf
      }
    }
  }

  private static Evaluation.Row cumulative(Evaluation.Row row, int cumulative, int lost) {
    return new Evaluation.Row(row.path(), row.alone(), cumulative, lost, row.missing(), row.invalid(),
        row.error());
  }

  private static List<Condition> without(List<Condition> all, int i) {
    List<Condition> rest = new ArrayList<>(all);
    rest.remove(i);
    return rest;
  }

  private int count(IntPredicate test) {
    return (int) IntStream.range(0, size).filter(test).count();
  }

  private static List<Condition> nodes(Condition condition) {
    List<Condition> nodes = new ArrayList<>(List.of(condition));
    switch (condition) {
      case Condition.AllOf all -> all.children().forEach(child -> nodes.addAll(nodes(child)));
      case Condition.AnyOf any -> any.children().forEach(child -> nodes.addAll(nodes(child)));
      case Condition.Not not -> nodes.addAll(nodes(not.child()));
      default -> {
        // a leaf
      }
    }
    return nodes;
  }

  private IntPredicate test(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> c -> all.children().stream().allMatch(child -> test(child).test(c));
      case Condition.AnyOf any -> c -> any.children().stream().anyMatch(child -> test(child).test(c));
      case Condition.Not not -> test(not.child()).negate();
      case Condition.NumberTest test -> c -> value(test, c) instanceof Value.OfNumber(BigDecimal number)
          ? switch (test.operator()) {
            case EQUAL -> number.compareTo(test.value()) == 0;
            case LESS -> number.compareTo(test.value()) < 0;
            case AT_MOST -> number.compareTo(test.value()) <= 0;
            case AT_LEAST -> number.compareTo(test.value()) >= 0;
            case GREATER -> number.compareTo(test.value()) > 0;
            case BETWEEN -> number.compareTo(test.value()) >= 0 && test.second() != null
                && number.compareTo(test.second()) <= 0;
            case NOT_EQUAL -> number.compareTo(test.value()) != 0;
            case NOT_BETWEEN -> number.compareTo(test.value()) < 0
                || (test.second() != null && number.compareTo(test.second()) > 0);
          }
          : test.includeMissing();
      case Condition.TextTest test -> c -> value(test, c) instanceof Value.OfText(String text)
          ? test.operator().negative() != test.values().stream().anyMatch(v -> same(v, text, test.exact()))
          : test.includeMissing();
      case Condition.DateTest(FieldRef field, DateCriterion.ComparedWith(var order, var other), _) -> c -> {
        Value first = at(field, c);
        Value second = at(other, c);
        if (first == null || second == null) {
          return false;
        }
        int compared = ((Value.OfDate) first).date().compareTo(((Value.OfDate) second).date());
        return switch (order) {
          case BEFORE -> compared < 0;
          case ON -> compared == 0;
          case AFTER -> compared > 0;
        };
      };
      case Condition.YesNoTest test -> c -> value(test, c) instanceof Value.OfYesNo(boolean yes)
          ? switch (test.operator()) {
            case IS_YES, IS_NOT_NO -> yes;
            case IS_NO, IS_NOT_YES -> !yes;
          }
          : test.includeMissing();
      case Condition.EventTest test -> c -> orders(test.window(), c) >= test.value().intValueExact();
      case Condition.Never never -> c -> orders(never.window(), c) == 0;
      default -> c -> true;
    };
  }

  private static boolean same(String a, String b, boolean exact) {
    return exact ? a.equals(b) : Folding.fold(a).equals(Folding.fold(b));
  }

  private long orders(Window window, int customer) {
    int within = window instanceof Window.Last last ? last.period().n() : Integer.MAX_VALUE;
    return IntStream.of(orderDays[customer]).filter(day -> day <= within).count();
  }

  private boolean isMissing(Condition condition, int customer) {
    boolean tests = (condition instanceof Condition.NumberTest t && find(t.field()).isPresent())
        || condition instanceof Condition.TextTest || condition instanceof Condition.YesNoTest;
    return tests && value(condition, customer) == null;
  }

  private @Nullable Value value(Condition condition, int customer) {
    return switch (condition) {
      case Condition.NumberTest test -> at(test.field(), customer);
      case Condition.TextTest test -> at(test.field(), customer);
      case Condition.YesNoTest test -> at(test.field(), customer);
      case Condition.EventTest test ->
        new Value.OfNumber(BigDecimal.valueOf(orders(test.window(), customer)));
      default -> null;
    };
  }

  private @Nullable Value at(FieldRef ref, int customer) {
    return find(ref).map(f -> column(f, new Segment.Reference.Project(), JobContext.silent()).at(customer))
        .orElse(null);
  }

  private void number(Field field, java.util.function.IntToLongFunction values) {
    columns.add(column(field, values::applyAsLong, null));
  }

  private FieldColumn column(Field field, Values values, @Nullable Dictionary dictionary) {
    long[] all = new long[size];
    long[] missing = Bits.of(size);
    for (int c = 0; c < size; c++) {
      Long value = values.of(c);
      if (value == null) {
        Bits.set(missing, c);
      } else {
        all[c] = value;
      }
    }
    return new FieldColumn(field, all, missing, Bits.of(size), dictionary);
  }

  private static Column column(String id, String name, ColumnType type, Role role) {
    return new Column(id, name, type, role, 0, 0, 0, null, Column.Origin.STORED);
  }

  private Optional<Field> find(FieldRef ref) {
    return fields().find(ref);
  }

  private final class Catalog implements FieldCatalog {
    @Override
    public List<Field> fields() {
      return columns.stream().map(FieldColumn::field).toList();
    }

    @Override
    public Optional<Field> find(FieldRef ref) {
      return fields().stream()
          .filter(f -> ref.id() != null
              ? f.id().equals(ref.id())
              : Folding.fold(f.name()).equals(Folding.fold(ref.name())))
          .findFirst();
    }

    @Override
    public Optional<TableVersion> events(String nameOrId) {
      return tables.stream()
          .filter(t -> t.name().equals(nameOrId) || t.tableId().equals(nameOrId))
          .findFirst();
    }

    @Override
    public List<TableVersion> tables() {
      return tables;
    }

    @Override
    public Optional<String> clustering(String nameOrId) {
      return Optional.empty();
    }
  }

  private interface Values {
    @Nullable
    Long of(int customer);
  }
}
