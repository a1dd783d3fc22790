package app.parcelle.engine.cluster.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class PersonasTest {
  private static final Texts FRENCH = new Texts(Locale.FRENCH);
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final int EACH = 100;

  private final List<Sheet.Source> columns = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final Random random = new Random(1);

  @Test
  void buyersHaveTheNamesAndWordsOfMarketing() {
    trait(Trait.RECENCY, 12, 200, 40);
    trait(Trait.FREQUENCY, 12, 2, 2.5);
    trait(Trait.MONETARY, 3_000, 150, 160);
    List<Persona> personas = personas(3);
    assertEquals("Meilleurs clients", FRENCH.text(personas.get(0).name()));
    assertEquals("Petits clients inactifs", FRENCH.text(personas.get(1).name()));
    assertEquals("Best customers", ENGLISH.text(personas.get(0).name()));
    String sentence = FRENCH.text(personas.get(0).sentence());
    assertTrue(sentence.startsWith("Ils dépensent 2,7 fois plus que l’ensemble"), sentence);
    assertTrue(sentence.contains("ont commandé il y a 12 jours (ensemble\u202f: 40)"), sentence);
    assertTrue(FRENCH.text(personas.get(1).sentence()).contains("n’ont rien commandé depuis 200 jours"),
        () -> FRENCH.text(personas.get(1).sentence()));
    assertTrue(FRENCH.text(personas.get(0).advice()).startsWith("Choyez-les"));
    assertTrue(ENGLISH.text(personas.get(1).advice()).contains("leave them out of campaigns"));
  }

  /** A few who spend a hundred times as much lift the mean above the good customers, not the middle. */
  @Test
  void goodCustomersAreThoseAboveTheMiddleNotAboveAFewLargeOnes() {
    trait(Trait.MONETARY, 100, 100, 100, 100, 1_000, 20_000);
    trait(Trait.FREQUENCY, 1, 1, 1, 1, 4, 60);
    Persona good = personas(6).get(4);
    assertEquals("High-value customers", ENGLISH.text(good.name()));
    assertTrue(ENGLISH.text(good.sentence()).contains("spend 9.1 times as much as customers overall"),
        () -> ENGLISH.text(good.sentence()));
  }

  @Test
  void namesOfOneClusteringDiffer() {
    trait(Trait.RECENCY, 300, 301, 10, 300);
    trait(Trait.MONETARY, 20, 20, 900, 20);
    trait(Trait.AVERAGE_BASKET, 5, 30, 40, 5);
    List<String> names = personas(4).stream().map(p -> FRENCH.text(p.name())).toList();
    assertEquals(4, names.stream().distinct().count(), names::toString);
    assertEquals("Petits clients inactifs, petits paniers", names.getFirst());
    assertEquals("Petits clients inactifs, petits paniers (2)", names.getLast());
  }

  @Test
  void whoOrdersOftenAndSpendsAsAllDoIsFrequent() {
    trait(Trait.RECENCY, 10, 200, 60);
    trait(Trait.FREQUENCY, 12, 2, 3);
    trait(Trait.MONETARY, 400, 400, 400);
    assertEquals("Acheteurs fréquents", FRENCH.text(personas(3).getFirst().name()));
  }

  @Test
  void customersOfOneKindAreToldApartByWhatTheOthersHaveNot() {
    trait(Trait.RECENCY, 10, 11, 200, 200);
    trait(Trait.FREQUENCY, 2, 5, 2, 5);
    trait(Trait.MONETARY, 100, 150, 200, 900);
    List<String> names = personas(4).stream().map(p -> FRENCH.text(p.name())).toList();
    assertEquals("Petits acheteurs récents, achats rares", names.get(0));
    assertEquals("Petits acheteurs récents, achats fréquents", names.get(1));
  }

  @Test
  void otherFieldsHaveGeneralWordsWithTheirName() {
    number("Âge", ColumnType.WHOLE, Role.NONE, 30, 60);
    category("Pays", "France", "Belgique");
    number("Né le", ColumnType.DATE, Role.NONE, 10_000, 14_000);
    number("Carte", ColumnType.YES_NO, Role.NONE, 0, 0);
    List<Persona> personas = personas(2);
    String sentence = FRENCH.text(personas.getFirst().sentence());
    assertTrue(
        sentence.contains("sont au-dessous de l’ensemble pour «\u202fÂge\u202f» (30, ensemble\u202f: 45)"),
        sentence);
    assertTrue(sentence.contains("ont plus souvent «\u202fFrance\u202f» pour «\u202fPays\u202f» (95\u00a0%"),
        sentence);
    assertTrue(sentence.contains("ont une date plus ancienne pour «\u202fNé le\u202f» (19"), sentence);
    assertTrue(ENGLISH.text(personas.getLast().advice()).contains("“Âge”"),
        () -> ENGLISH.text(personas.getLast().advice()));
  }

  @Test
  void consentIsPartOfTheAdvice() {
    trait(Trait.MONETARY, 3_000, 150);
    number("Newsletter", ColumnType.YES_NO, Role.CONSENT, 0, 1);
    List<Persona> personas = personas(2);
    assertTrue(FRENCH.text(personas.getFirst().advice())
        .endsWith("Seuls 0\u00a0% ont donné leur accord (opt-in)\u202f: commencez par le demander."),
        () -> FRENCH.text(personas.getFirst().advice()));
    assertTrue(FRENCH.text(personas.getLast().advice()).endsWith("100\u00a0% sont contactables (opt-in)."));
  }

  @Test
  void clusterLikeAllOthersIsSaidToBe() {
    number("Âge", ColumnType.WHOLE, Role.NONE, 40, 40);
    Persona persona = personas(2).getFirst();
    assertEquals(Message.of("cluster.sentence.none"), persona.sentence());
    assertEquals(Message.of("cluster.name.average"), persona.name());
  }

  private List<Persona> personas(int k) {
    int[] assignment = new int[k * EACH];
    for (int row = 0; row < assignment.length; row++) {
      assignment[row] = row / EACH + 1;
    }
    return Personas
        .of(Portraits.of(new Sheet(assignment.length, columns), assignment, k, null, Workers.inline(),
            JobContext.silent()), fields);
  }

  private void trait(Trait trait, double... means) {
    columns.add(new Sheet.Numbers(trait.id(), around(means)));
    fields.add(new Field.OfTrait("t1:" + trait.id(), trait.id(), ColumnType.DECIMAL, 2, "t1", trait));
  }

  private void number(String name, ColumnType type, Role role, double... means) {
    columns.add(new Sheet.Numbers(name, type == ColumnType.YES_NO ? same(means) : around(means)));
    fields.add(new Field.OfCustomer("t1." + name, name, type, 0, "t1", name, role));
  }

  /** In each cluster its own word, but for one customer in twenty. */
  private void category(String name, String... words) {
    int[] codes = new int[words.length * EACH];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = row % 20 == 0 ? 1 - row / EACH : row / EACH;
    }
    columns.add(new Sheet.Categories(name, List.of(words), codes));
    fields.add(new Field.OfCustomer("t1." + name, name, ColumnType.TEXT, 0, "t1", name, Role.NONE));
  }

  private double[] around(double... means) {
    double[] values = same(means);
    for (int row = 0; row < values.length; row += 2) {
      double gap = values[row] * (0.05 + 0.1 * random.nextDouble());
      values[row] += gap;
      values[row + 1] -= gap;
    }
    return values;
  }

  private static double[] same(double... means) {
    double[] values = new double[means.length * EACH];
    for (int row = 0; row < values.length; row++) {
      values[row] = means[row / EACH];
    }
    return values;
  }
}
