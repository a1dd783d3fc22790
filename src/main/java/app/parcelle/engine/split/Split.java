package app.parcelle.engine.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;

/**
 * A segment told apart by a field, before anything is saved.
 *
 * @param parent the segment
 * @param membership the condition that says "is in the segment"
 * @param size how many customers it holds
 * @param parts what they are told apart into; together they hold as many
 */
public record Split(Segment parent, Condition membership, int size, List<Counted> parts) {
  /** A part and how many customers it holds. */
  public record Counted(Part part, int count) {}

  public Split {
    parts = List.copyOf(parts);
  }

  /** How many customers all parts hold together. */
  public int sum() {
    return parts.stream().mapToInt(Counted::count).sum();
  }

  /** The rule of a part within a segment. */
  public static Condition rule(Condition membership, Part part) {
    Stream<Condition> wanted = part.rule() instanceof Condition.AllOf(var conditions)
        ? conditions.stream()
        : Stream.of(part.rule());
    return new Condition.AllOf(Stream.concat(Stream.of(membership), wanted).toList());
  }

  /**
   * The parts as segments, named after the segment and what they have in common.
   *
   * @param taken names that other segments have; a part that would have one of them gets a number
   */
  public List<Segment> segments(List<String> taken, Texts texts) {
    List<String> names = new ArrayList<>(taken);
    List<Segment> segments = new ArrayList<>();
    for (Counted counted : parts) {
      String name = free(texts.text("split.name", parent.name(), texts.text(counted.part().name())), names);
      names.add(name);
      segments.add(new Segment(name, rule(membership, counted.part()), parent.reference(), parent.zone()));
    }
    return segments;
  }

  private static String free(String wanted, List<String> names) {
    String name = wanted;
    for (int n = 2; names.stream().anyMatch(name::equalsIgnoreCase); n++) {
      name = wanted + " " + n;
    }
    return name;
  }
}
