package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.ClusterResult.Axis;
import app.parcelle.engine.cluster.ClusterResult.Feature;
import app.parcelle.engine.cluster.ClusterResult.Profile;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;

class ClusterWordsTest {
  private final FakeShop shop = new FakeShop(10);
  private final ClusterWords english = new ClusterWords(new Texts(Locale.UK), shop::fields);
  private final ClusterWords french = new ClusterWords(new Texts(Locale.FRANCE), shop::fields);

  /** Of recency, frequency and age. */
  private Found found(Feature... features) {
    List<Field> all = shop.fields().fields();
    ClusterResult result = new ClusterResult(1, OptionalInt.empty(), Message.of("x"), new TreeMap<>(),
        new TreeMap<>(),
        0, List.of(), new int[0], List.of(new Profile(1, 10, List.of(features))), new float[0],
        List.of(new Axis(0.61, List.of(0.6, -0.7, 0.1)), new Axis(0.2, List.of(0.0, 0.0, 1.0))), 1, 1);
    return new Found(new ClusterRequest(List.of(), null, 2, 1), result,
        List.of(all.get(1), all.get(2), all.get(6)), null);
  }

  private static String plain(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  private static Feature feature(double median, double overall, double difference) {
    return new Feature("f", median + 1, median, overall + 1, overall, difference);
  }

  @Test
  void sentenceNamesWhatSetsAClusterApartTheStrongestFirst() {
    Found found = found(feature(20, 84, -0.7), feature(12, 5, 1.4), feature(42, 41, 0.1));
    Profile profile = found.result().profiles().getFirst();

    assertEquals("Order often (orders: 12, all: 5), ordered recently (20 days ago, all: 84).",
        english.apart(found, profile));
    assertEquals(
        "Commandent souvent (12 fois, ensemble : 5), commande récente (il y a 20 jours, ensemble : 84).",
        plain(french.apart(found, profile)));
  }

  @Test
  void fieldsOfTheUserAreNamedAsTheyAre() {
    Found found = found(feature(84, 84, 0), feature(5, 5, 0), feature(61, 42, 1.2));
    assertEquals("Age higher (61, all: 42).", english.apart(found, found.result().profiles().getFirst()));
  }

  @Test
  void averagesAreComparedWhereTheMiddleCustomerIsTheSame() {
    Found found = found(feature(84, 84, 0), new Feature("f", 3.2, 1, 1.5, 1, 0.9), feature(42, 42, 0));
    assertEquals("Order often (orders: 3.2, all: 1.5).",
        english.apart(found, found.result().profiles().getFirst()));
  }

  @Test
  void clusterLikeAllOthersIsSaidToBe() {
    Found found = found(feature(84, 84, 0.1), feature(5, 5, 0), feature(42, 42, -0.2));
    assertEquals("Proches de la moyenne en tout.", french.apart(found, found.result().profiles().getFirst()));
  }

  @Test
  void axisSaysWhatItIsMadeOf() {
    Found found = found(feature(84, 84, 0), feature(5, 5, 0), feature(42, 42, 0));

    assertEquals("axis 1: frequency falling, recency (days) (61%)", english.axis(found, 0));
    assertEquals("axe 2 : age (20 %)", plain(french.axis(found, 1)));
  }

  @Test
  void indexIsOfTheAverageWhereThereIsOne() {
    assertEquals("150", english.index(new Feature("f", 30, 0, 20, 0, 1)));
    assertEquals("+0,8", french.index(new Feature("f", 3, 0, -2, 0, 0.8)));
  }

  @Test
  void everyTraitHasItsWordsInBothDirections() {
    List<Field> traits = shop.fields().fields().subList(1, 6);
    for (Field trait : traits) {
      for (double difference : new double[]{-1, 1}) {
        Profile profile = new Profile(1, 5, List.of(feature(10 + difference, 10, difference)));
        Found base = found();
        Found found = new Found(base.request(), base.result(), List.of(trait), null);
        assertTrue(english.apart(found, profile).contains("all: 10"));
        assertTrue(french.apart(found, profile).contains("ensemble"));
      }
    }
  }
}
