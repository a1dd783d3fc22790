package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Role;

/** Ninety customers of a year: small ones, great ones, some who turned great in summer, and some who came in autumn. */
class PeriodsTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final LocalDate LAST = LocalDate.of(2026, 12, 20);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  @TempDir
  Path folder;

  private Project project;
  private CustomerClustering found;

  @BeforeEach
  void aYear() throws IOException {
    StringBuilder csv = new StringBuilder("order,customer,day,amount\n");
    int order = 0;
    for (int customer = 0; customer < 90; customer++) {
      for (int month = 1; month <= 12; month++) {
        boolean came = customer < 80 || month >= 9;
        int amount = customer < 40 || (customer < 50 && month <= 6)
            ? 10 + customer % 7
            : 900 + 10 * (customer % 5);
        if (came) {
          csv.append(String.format(Locale.ROOT, "O%d,C%02d,%s,%d\n", order++, customer,
              LocalDate.of(2026, month, month == 12 && customer == 0 ? 20 : 1 + customer % 15), amount));
        }
      }
    }
    project = Project.create(folder.resolve("year.parcelle"), ZoneId.of("Europe/Paris"));
    project.importFile(Files.writeString(folder.resolve("orders.csv"), csv),
        ImportOptions.FOUND.withRoles(Map.of("order", Role.ORDER_KEY, "customer", Role.CUSTOMER_KEY, "day",
            Role.EVENT_TIME, "amount", Role.AMOUNT)),
        SILENT);
    found = project.clusterings().find(request(2), SILENT);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private ClusterRequest request(int k) {
    Algorithm algorithm = new Algorithm.KMeans(5);
    return new ClusterRequest(null,
        project.clusterings().suggested(List.of(field("average_basket")), null, algorithm, SILENT), algorithm,
        k,
        0, 7);
  }

  private static int cluster(CustomerClustering clustering, int customer) {
    return clustering.byCustomer()[customer];
  }

  @Test
  void fieldsAreThoseOfTheEarlierDay() {
    PeriodComparison periods = project.clusterings().overPeriods(found, JUNE, SILENT);

    assertEquals(LAST, periods.later());
    assertEquals(80, periods.then().customers().length);
    double[] baskets = ((Sheet.Numbers) periods.then().result().sheet().columns().getFirst()).values();
    assertEquals(10 + 45 % 7, baskets[45], 1e-9);
    double[] now = ((Sheet.Numbers) found.result().sheet().columns().getFirst()).values();
    assertEquals((6 * (10 + 45 % 7) + 6 * 900) / 12.0, now[45], 1e-9);
  }

  @Test
  void whoTurnedGreatHasMovedAndWhoCameSinceHasEntered() {
    PeriodComparison periods = project.clusterings().overPeriods(found, JUNE, SILENT);

    assertEquals(80, periods.both());
    assertEquals(10, periods.entered());
    assertEquals(0, periods.left());
    assertArrayEquals(IntStream.range(40, 50).toArray(), periods.movers());
    assertEquals(10, periods.moved());
    assertEquals(70, periods.stayed());
    assertEquals(List.of(), periods.gone());
    assertEquals(List.of(), periods.fresh());
    assertEquals(cluster(found, 0), periods.heirs()[cluster(periods.then(), 0) - 1]);
    assertEquals(cluster(found, 60), periods.heirs()[cluster(periods.then(), 60) - 1]);
  }

  @Test
  void flowsCountEveryCustomerOnce() {
    CustomerClustering five = project.clusterings().find(request(5), SILENT);
    PeriodComparison periods = project.clusterings().overPeriods(five, JUNE, SILENT);
    int[][] flows = periods.flows();
    int none = flows.length - 1;

    assertEquals(five.result().k() + periods.gone().size(), none);
    assertEquals(90, Arrays.stream(flows).flatMapToInt(Arrays::stream).sum());
    assertEquals(periods.entered(), Arrays.stream(flows[none]).sum());
    assertEquals(periods.left(), Arrays.stream(flows).mapToInt(line -> line[none]).sum());
    assertEquals(periods.stayed(), IntStream.range(0, five.result().k()).map(i -> flows[i][i]).sum());
    for (int customer = 0; customer < 80; customer++) {
      int heir = periods.heirs()[cluster(periods.then(), customer) - 1];
      assertEquals(heir != cluster(five, customer), contains(periods.movers(), customer));
    }
  }

  private static boolean contains(int[] numbers, int number) {
    return Arrays.stream(numbers).anyMatch(n -> n == number);
  }

  @Test
  void theSameIsSaidInBothLanguages() {
    List<Message> words = project.clusterings().overPeriods(found, JUNE, SILENT).words();
    assertEquals("Of 80 customers who have a cluster on both days, 88% are still in the same one; 10 moved.",
        new Texts(Locale.UK).text(words.get(1)));
    String french = new Texts(Locale.FRANCE).text(words.get(1));
    assertTrue(
        french.startsWith("Sur 80 clients qui ont un profil aux deux dates, 88")
            && french.endsWith("10 ont changé."),
        french);
  }

  @Test
  void aDayThatIsNoneOfThePastIsRefused() {
    assertEquals("comparison.not-earlier", problem(LAST));
    assertEquals("comparison.nobody-then", problem(LocalDate.of(2025, 1, 1)));
  }

  private String problem(LocalDate day) {
    Problem problem = assertThrows(Problem.class,
        () -> project.clusterings().overPeriods(found, day, SILENT));
    assertTrue(!new Texts(Locale.FRANCE).text(problem.message()).isBlank());
    return problem.message().key();
  }

  @Test
  void methodsAreComparedOnTheSameCustomers() {
    ComparedClusterings compared = project.clusterings()
        .compare(request(2), List.of(new Algorithm.KMeans(5), new Algorithm.KMedoids()), SILENT);

    assertArrayEquals(found.byCustomer(), compared.clustering(0).byCustomer());
    CustomerClustering alone = project.clusterings().find(request(2).with(new Algorithm.KMedoids()), SILENT);
    assertArrayEquals(alone.byCustomer(), compared.clustering(1).byCustomer());
  }
}
