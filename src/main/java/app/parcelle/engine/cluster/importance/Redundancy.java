package app.parcelle.engine.cluster.importance;

import app.parcelle.engine.message.Message;

/** Two fields that say almost the same. */
public record Redundancy(String first, String second, Association association) {
  /** From there on two fields say almost the same. */
  public static final double FROM = 0.9;

  /** What to tell a person. */
  public Message words() {
    return association.value() < 0
        ? Message.of("cluster.redundant.opposite", first, second, Math.abs(association.value()))
        : Message.of("cluster.redundant.same", first, second, association.value());
  }
}
