package app.parcelle.engine.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.ShopWords.Sheet;
import app.parcelle.engine.sample.ShopWords.Sheets;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Makes the sample project that the start screen opens: the standard shop, five segments and one clustering. */
public final class SampleProject {
  private static final long CLUSTER_SEED = 42;

  private final Project project;
  private final ShopWords words;
  private final Texts texts;
  private final JobContext job;

  private SampleProject(Project project, ShopWords words, Texts texts, JobContext job) {
    this.project = project;
    this.words = words;
    this.texts = texts;
    this.job = job;
  }

  /**
   * Makes the project and leaves it open.
   *
   * @param file a project file that does not exist yet
   * @param locale French or English: the shop's language, and that of the segments' names
   * @throws app.parcelle.engine.message.Problem when the file exists or cannot be written; nothing is left then
   */
  public static Project create(Path file, Locale locale, JobContext job) {
    SampleRequest request = SampleRequest.standard(locale);
    try {
      Path folder = Files.createTempDirectory("parcelle-sample");
      try {
        SampleFiles.write(request, folder, job);
        return create(file, folder, request, job);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Project create(Path file, Path folder, SampleRequest request, JobContext job) {
    ZoneId zone = ZoneId.of(request.french() ? "Europe/Paris" : "America/New_York");
    Project project = Project.create(file, zone);
    try {
      new SampleProject(project, ShopWords.of(request), new Texts(request.locale()), job).fill(folder);
      return project;
    } catch (RuntimeException e) {
      project.close();
      Project.delete(file);
      throw e;
    }
  }

  private void fill(Path folder) {
    Sheets sheets = words.sheets();
    imported(folder, sheets.customers(), customers(sheets.customers().headers()));
    TableVersion orders = imported(folder, sheets.orders(), orders(sheets.orders().headers()));
    imported(folder, sheets.visits(),
        events(sheets.visits().headers().get(0), sheets.visits().headers().get(1)));
    TableVersion emails = imported(folder, sheets.emails(),
        events(sheets.emails().headers().get(0), sheets.emails().headers().get(1)));
    imported(folder, sheets.towns(), towns(sheets.towns().headers()));
    job.progress(0, -1, Message.of("sample.segmenting"));
    PlantedRules rules = new PlantedRules(words, orders, emails);
    for (PlantedSegment segment : PlantedSegment.values()) {
      job.throwIfCancelled();
      // keys: sample.segment.*
      project.save(rules.segment(segment, texts.text("sample.segment." + segment.id())));
    }
    ClusterRequest request = clustering(orders);
    project.clusterings()
        .save(texts.text("sample.clustering"), project.clusterings().find(request, job), List.of());
  }

  private TableVersion imported(Path folder, Sheet sheet, ImportOptions options) {
    return project.importFile(folder.resolve(sheet.file()), options, job).table();
  }

  private static ImportOptions customers(List<String> headers) {
    return options(Map.of(headers.get(7), ColumnType.IDENTIFIER),
        Map.of(headers.get(0), Role.CUSTOMER_KEY, headers.get(6), Role.PLACE, headers.get(11), Role.CONSENT),
        null).withMeanings(degrees(headers.get(12), headers.get(13)));
  }

  private static ImportOptions towns(List<String> headers) {
    return options(Map.of(headers.get(1), ColumnType.IDENTIFIER), Map.of(headers.get(1), Role.LOOKUP_KEY),
        null)
        .withMeanings(degrees(headers.get(3), headers.get(4)));
  }

  private static Map<String, Meaning> degrees(String latitude, String longitude) {
    return Map.of(latitude, Meaning.of(Meaning.Kind.LATITUDE), longitude, Meaning.of(Meaning.Kind.LONGITUDE));
  }

  private static ImportOptions orders(List<String> headers) {
    String quantity = headers.get(5);
    return options(Map.of(), Map.of(headers.get(0), Role.ORDER_KEY, headers.get(1), Role.CUSTOMER_KEY,
        headers.get(2), Role.EVENT_TIME, headers.get(3), Role.PRODUCT, quantity, Role.QUANTITY,
        headers.get(6), Role.UNIT_PRICE), quantity + " > 0");
  }

  private static ImportOptions events(String customer, String time) {
    return options(Map.of(), Map.of(customer, Role.CUSTOMER_KEY, time, Role.EVENT_TIME), null);
  }

  private static ImportOptions options(Map<String, ColumnType> types, Map<String, Role> roles,
      @org.jspecify.annotations.Nullable String countsWhen) {
    return ImportOptions.FOUND.withTypes(types).withRoles(roles).withCountsWhen(countsWhen);
  }

  /** Recency, frequency, monetary and basket of the orders, on logarithmic scales. */
  private static ClusterRequest clustering(TableVersion orders) {
    List<FieldSteps> fields = Stream.of(Trait.RECENCY, Trait.FREQUENCY, Trait.MONETARY, Trait.AVERAGE_BASKET)
        .map(trait -> new FieldSteps(orders.tableId() + ":" + trait.id(), Pipeline.Missing.LEAVE_OUT, 0,
            Pipeline.Shape.LOG, Pipeline.Scale.STANDARD, Pipeline.Encoding.ONE_HOT, 1))
        .toList();
    return ClusterRequest.usual(new Pipeline(fields, 0), null, CLUSTER_SEED);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
