package app.parcelle.engine.project;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.split.Part;
import app.parcelle.engine.split.PartFinder;
import app.parcelle.engine.split.Split;
import app.parcelle.engine.split.SplitBy;

/** Tells the customers of a segment apart by a field, and counts each part as the segment that it would be. */
final class Splitting {
  private Splitting() {}

  static Split of(ProjectView.SavedSegment saved, SplitBy by, Moment at, JobContext job) {
    Segment parent = saved.segment();
    Evaluation whole = at.evaluator().evaluate(parent, job);
    long[] members = whole.members();
    if (members == null) {
      throw new Problem(Message.of("project.split-unknown", parent.name()));
    }
    ZoneId zone = parent.zone() == null ? at.data().zone() : parent.zone();
    List<Part> parts = PartFinder.of(by, at.evaluator().column(by.field(), parent.reference(), job), members,
        zone);
    Condition membership = saved.membership();
    List<Split.Counted> counted = new ArrayList<>();
    for (Part part : parts) {
      job.progress(counted.size(), parts.size(), Message.of("project.splitting"));
      job.throwIfCancelled();
      Segment child = new Segment("", Split.rule(membership, part), parent.reference(), parent.zone());
      counted.add(new Split.Counted(part, at.evaluator().evaluate(child, job).count()));
    }
    return new Split(parent, membership, whole.count(), counted);
  }
}
