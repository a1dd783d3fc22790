package app.parcelle.engine.export;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.message.Texts;

/**
 * One cluster as it is handed over, in the language of the document.
 *
 * @param number of the cluster, from 1 on; its colour follows from it
 * @param share of the customers in a cluster, 0 to 1
 * @param money null where it is not known
 * @param bars what sets its customers apart, the strongest first
 */
public record PersonaPage(int number, String name, String sentence, String advice, int customers,
    double share,
    @Nullable Money money, List<Bar> bars) {
  /** Differences that a page shows. */
  private static final int BARS = 6;

  public PersonaPage {
    bars = List.copyOf(bars);
  }

  /**
   * @param revenue of the customers together
   * @param share of the revenue of all customers in a cluster; NaN where that is not above 0
   * @param basket the average; NaN where it is not known
   */
  public record Money(double revenue, double share, double basket) {}

  /**
   * @param own the value of its customers, in words
   * @param overall that of all customers in a cluster
   * @param strength in standard deviations, negative for less
   */
  public record Bar(String what, String own, String overall, double strength) {}

  /** @param given what a person called the cluster; the suggested name stands where it is blank */
  public static PersonaPage of(Portrait portrait, Persona persona, String given, Texts texts) {
    Portrait.Value value = portrait.value();
    return new PersonaPage(portrait.cluster(), given.isBlank() ? texts.text(persona.name()) : given.strip(),
        texts.text(persona.sentence()), texts.text(persona.advice()), portrait.size(), portrait.share(),
        value == null ? null : new Money(value.sum(), value.share(), value.basket()),
        persona.apart()
            .stream()
            .limit(BARS)
            .map(apart -> new Bar(texts.text(apart.what()), texts.text(apart.own()),
                texts.text(apart.overall()), apart.strength()))
            .toList());
  }
}
