package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.explain.Portrait.Difference;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.cluster.explain.Portrait.Spread;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.job.SameThreadJobs;

class ClusterWordsTest {
  private final FakeShop shop = new FakeShop(300);
  private final ClusterWords english = new ClusterWords(new Texts(Locale.UK), shop::fields);
  private final ClusterWords french = new ClusterWords(new Texts(Locale.FRANCE), shop::fields);

  private Found found() {
    ClusterViewModel model = new ClusterViewModel(shop, new SameThreadJobs(),
        new ClusterViewModel.After(failure -> {
          throw new AssertionError(failure);
        }, () -> {}, _ -> {}, english::text, _ -> {}));
    model.find();
    return Objects.requireNonNull(model.found().get());
  }

  private static String plain(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  @Test
  void axisSaysWhatItIsMadeOf() {
    String first = english.axis(found(), 0);
    assertEquals("axis 1: ", first.substring(0, 8));
    assertEquals(plain(french.axis(found(), 1)).substring(0, 8), "axe 2 : ");
  }

  @Test
  void indexIsOfTheAverageWhereThereIsOne() {
    assertEquals("150", english.index(measure(30, 20, 1)));
    assertEquals("+0,8", french.index(measure(3, -2, 0.8)));
  }

  @Test
  void aValueThatNobodyHasIsADash() {
    shop.fields().fields().forEach(field -> assertEquals("–", english.value(field, Double.NaN)));
  }

  private static Measure measure(double mean, double overall, double difference) {
    return new Measure(0, "f", 10, new Spread(mean, 0, 0, 0), new Spread(overall, 0, 0, 0), false,
        new Difference(difference, difference, difference));
  }
}
