package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Segment.Reference;

/**
 * Saved segments seen together. All but those of a fixed day are seen from one day, so that a region is what its rule gives.
 *
 * @param reference from when they are seen: the one they have in common, else the project's
 * @param members of each segment: one bit a customer number. Not to be written to
 * @param base the customers there are. Not to be written to
 */
public record SegmentOverlap(List<SavedSegment> segments, Reference reference, Overlap overlap,
    List<long[]> members,
    long[] base) {

  /** @throws Problem when one of them cannot be computed */
  static SegmentOverlap of(List<SavedSegment> segments, Evaluator evaluator, JobContext job) {
    Reference common = common(segments);
    List<long[]> members = new ArrayList<>();
    for (SavedSegment saved : segments) {
      job.progress(members.size(), segments.size(), Message.of("project.overlapping"));
      members.add(members(seen(saved.segment(), common), evaluator, job));
    }
    long[] base = evaluator.base(common, job);
    return new SegmentOverlap(List.copyOf(segments), common, Overlap.of(members, base, job),
        List.copyOf(members), base);
  }

  private static Reference common(List<SavedSegment> segments) {
    Set<Reference> all = segments.stream()
        .map(saved -> saved.segment().reference())
        .filter(reference -> !(reference instanceof Reference.Fixed))
        .collect(Collectors.toSet());
    return all.size() == 1 ? all.iterator().next() : new Reference.Project();
  }

  private static Segment seen(Segment segment, Reference common) {
    return segment.reference() instanceof Reference.Fixed
        ? segment
        : segment.seenFrom(common);
  }

  private static long[] members(Segment segment, Evaluator evaluator, JobContext job) {
    Evaluation evaluation = evaluator.evaluate(segment, job);
    long[] members = evaluation.members();
    if (members == null) {
      throw new Problem(Message.of("project.overlap-unknown", segment.name(), evaluation.rows()
          .stream()
          .map(Evaluation.Row::error)
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .orElseThrow()));
    }
    return members;
  }

  /** The customers who are in exactly these segments: one bit each. */
  public long[] region(int set) {
    return Overlap.members(members, base, set);
  }

  /** A region as a segment. */
  public Segment region(int set, String name) {
    return new Segment(name, Overlap.rule(set, segments.stream().map(SavedSegment::membership).toList()),
        reference,
        null);
  }
}
