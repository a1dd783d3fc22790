package app.parcelle.ui.export;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.export.Columns;
import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.ExportReport;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.export.WorkbookContent;
import app.parcelle.engine.export.WorkbookContent.Group;
import app.parcelle.engine.export.WorkbookContent.ListColumn;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.export.WorkbookContent.Part;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SomeFields;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

/** A shop of 4,338 customers that answers without a project: a segment holds those written down under its name. */
final class PaperShop implements ExportSource {
  static final int CUSTOMERS = 4_338;
  private static final LocalDate DAY = LocalDate.of(2011, 12, 9);
  private static final List<String> FIRST = List.of("Claire", "Ahmed", "Élise", "Nadia", "Paul", "Inès",
      "Hugo");
  private static final List<String> LAST = List.of("Moreau", "Benali", "De Smet", "=Lefort", "Girard",
      "Caron");
  private static final List<String> COUNTRIES = List.of("FR", "BE", "CH");

  /** Who is in which segment, by its name. */
  final Map<String, IntPredicate> members = new TreeMap<>();
  final List<Path> written = new ArrayList<>();
  final List<String> personas = new ArrayList<>();
  final List<List<String>> asked = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>(List.of(
      new Field.Key("key", "Client", ColumnType.IDENTIFIER, 0, "t1"),
      new Field.OfTrait("t2:recency", "recency", ColumnType.WHOLE, 0, "t2", Trait.RECENCY),
      new Field.OfTrait("t2:frequency", "frequency", ColumnType.WHOLE, 0, "t2", Trait.FREQUENCY),
      new Field.OfTrait("t2:monetary", "monetary", ColumnType.DECIMAL, 2, "t2", Trait.MONETARY),
      new Field.OfCustomer("t1.c1", "Prénom", ColumnType.TEXT, 0, "t1", "c1", Role.NONE),
      new Field.OfCustomer("t1.c2", "Nom", ColumnType.TEXT, 0, "t1", "c2", Role.NONE),
      new Field.OfCustomer("t1.c3", "Pays", ColumnType.TEXT, 0, "t1", "c3", Role.PLACE),
      new Field.OfCustomer("t1.c4", "Né le", ColumnType.DATE, 0, "t1", "c4", Role.NONE),
      new Field.OfCustomer("t1.c5", "Opt-in", ColumnType.YES_NO, 0, "t1", "c5", Role.CONSENT),
      new Field.Lifted("t2.c6:last", "Produit", ColumnType.TEXT, 0, "t2", "c6", Field.Pick.LAST)));

  /** As if the column had been taken out of the data. */
  void drop(String id) {
    fields.removeIf(field -> field.id().equals(id));
  }

  Field field(String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public FieldCatalog fields() {
    return new SomeFields(fields);
  }

  @Override
  public int count(Segment segment, JobContext job) {
    return members.containsKey(segment.name()) ? Bits.count(bits(segment)) : -1;
  }

  @Override
  public WorkbookContent content(List<Segment> segments, ExportOptions options, JobContext job) {
    asked.add(options.columns());
    Texts texts = new Texts(options.locale());
    List<Part> parts = segments.stream()
        .map(segment -> new Part(segment.name(),
            "Les clients dont la récence est d’au moins 60 et qui ont passé au moins 3 commandes.",
            "{\n  \"version\" : 1\n}", DAY, CUSTOMERS, group(bits(segment))))
        .toList();
    long[] together = Bits.of(CUSTOMERS);
    parts.forEach(part -> Bits.or(together, part.group().members()));
    FieldNames names = new FieldNames(fields(), texts);
    List<ListColumn> columns = Columns.chosen(fields(), options.columns())
        .stream()
        .map(field -> new ListColumn(Columns.heading(field, names), column(field)))
        .toList();
    return new WorkbookContent(String.join(", ", segments.stream().map(Segment::name).toList()),
        "Boutique en ligne",
        options.at(), ZoneId.of("Europe/Paris"), null, "0.1.0", parts, group(Bits.full(CUSTOMERS)),
        group(together),
        columns, DAY);
  }

  @Override
  public List<PersonaPage> personas(String clustering, Texts texts, JobContext job) {
    return List.of(new PersonaPage(1, "Regulars of " + clustering, "They come often.", "Thank them.", 40, 0.4,
        null, List.of()));
  }

  @Override
  public ExportReport write(List<Segment> segments, @Nullable String clustering, ExportOptions options,
      Path out, JobContext job) {
    written.add(out);
    personas.add(clustering == null ? "" : clustering);
    WorkbookContent content = content(segments, options, job);
    return new ExportReport(content.list().count(), content.columns().size(), List.of(), 1, List.of(),
        List.of());
  }

  @Override
  public List<PastExport> past() {
    return written.reversed()
        .stream()
        .map(file -> new PastExport(Instant.EPOCH, file.toString(), 7, List.of(), ""))
        .toList();
  }

  private long[] bits(Segment segment) {
    IntPredicate who = members.get(segment.name());
    if (who == null) {
      throw new Problem(Message.of("export.problem.field", "gone"));
    }
    long[] bits = Bits.of(CUSTOMERS);
    for (int i = 0; i < CUSTOMERS; i++) {
      if (who.test(i)) {
        Bits.set(bits, i);
      }
    }
    return bits;
  }

  private static Group group(long[] members) {
    int count = Bits.count(members);
    return new Group(members, count, OptionalInt.of(count * 9 / 10),
        new Money(BigDecimal.valueOf(205_430L * count, 2), 4L * count));
  }

  private static FieldColumn column(Field field) {
    return switch (field.id()) {
      case "key" -> column(field, i -> i, texts(i -> "" + (12_346 + i)));
      case "t1.c1" -> column(field, i -> i % FIRST.size(), TextDictionary.of(FIRST));
      case "t1.c2" -> column(field, i -> i / 3 % LAST.size(), TextDictionary.of(LAST));
      case "t1.c3" -> column(field, i -> i % COUNTRIES.size(), TextDictionary.of(COUNTRIES));
      case "t1.c4" -> column(field, i -> i * 7L % 14_000, null);
      case "t1.c5" -> column(field, i -> i % 9 == 0 ? 0 : 1, null);
      case "t2:monetary" -> column(field, i -> i * 7_919L % 1_900_000, null);
      case "t2.c6:last" -> column(field, i -> 0, TextDictionary.of(List.of("Théière")));
      default -> column(field, i -> i * 31L % 365, null);
    };
  }

  private static FieldColumn column(Field field, IntToLongFunction value, @Nullable Dictionary dictionary) {
    long[] values = new long[CUSTOMERS];
    java.util.Arrays.setAll(values, value);
    return new FieldColumn(field, values, Bits.of(CUSTOMERS), Bits.of(CUSTOMERS), dictionary);
  }

  private static Dictionary texts(java.util.function.IntFunction<String> text) {
    return TextDictionary.of(java.util.stream.IntStream.range(0, CUSTOMERS).mapToObj(text).toList());
  }
}
