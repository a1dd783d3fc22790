package app.parcelle.engine.cluster.explain;

import java.util.List;
import java.util.OptionalDouble;

import app.parcelle.engine.message.Message;

/**
 * A cluster in words.
 *
 * @param cluster from 1 on
 * @param name suggested; no other cluster has the same
 * @param sentence what sets its customers apart
 * @param advice what to do next
 * @param apart what sets its customers apart, the strongest first
 */
public record Persona(int cluster, Message name, Message sentence, Message advice, List<Apart> apart) {
  public Persona {
    apart = List.copyOf(apart);
  }

  /**
   * One thing that sets its customers apart.
   *
   * @param what the field, or the value of a category
   * @param own of its customers: the mean, the share of yes or of the value, or the day in the middle
   * @param overall of all customers in a cluster
   * @param index 100 for as much as all of them; none where amounts cannot be compared so
   * @param strength in standard deviations or what compares with them, negative for less: 0.2 is little, 0.8 is much
   */
  public record Apart(Message what, Message own, Message overall, OptionalDouble index, double strength) {}
}
