package app.parcelle.engine.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Folding;

/**
 * Something that refers to a saved segment.
 *
 * @param name of the segment that refers to it, or of the file that was written
 * @param at when the file was written; null for a segment
 */
public record SegmentUse(Kind kind, String name, @Nullable Instant at) {
  /** What refers to it. */
  public enum Kind {
    /** Another segment, which cannot be computed without it. */
    SEGMENT,
    /** A past export, which keeps the rule as it was then. */
    EXPORT
  }

  /** Segments first, then exports, the last first. */
  static List<SegmentUse> of(SavedSegment saved, List<SavedSegment> all, List<PastExport> exports) {
    List<SegmentUse> uses = new ArrayList<>();
    for (SavedSegment other : all) {
      if (other.segment().rule() != null && names(other.segment().rule(), saved)) {
        uses.add(new SegmentUse(Kind.SEGMENT, other.segment().name(), null));
      }
    }
    for (PastExport export : exports) {
      if (export.segments().stream().anyMatch(segment -> segment.was(saved))) {
        uses.add(new SegmentUse(Kind.EXPORT, export.path(), export.at()));
      }
    }
    return uses;
  }

  private static boolean names(Condition condition, SavedSegment saved) {
    return switch (condition) {
      case Condition.AllOf(var children) -> children.stream().anyMatch(child -> names(child, saved));
      case Condition.AnyOf(var children) -> children.stream().anyMatch(child -> names(child, saved));
      case Condition.Not(var child) -> names(child, saved);
      case Condition.InSegment(FieldRef segment, _, _) -> segment.id() == null
          ? Folding.fold(segment.name()).equals(Folding.fold(saved.segment().name()))
          : segment.id().equals(saved.id());
      default -> false;
    };
  }
}
