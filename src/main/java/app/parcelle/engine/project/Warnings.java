package app.parcelle.engine.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Identifying;
import app.parcelle.engine.evaluate.SmallCells;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.AudienceWarning.Duplicate;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;

/** Looks at an audience for what a person should know before using it. */
record Warnings(Moment at, Segment segment, Evaluation evaluation, JobContext job) {

  /** @param own the id that the segment itself is saved under; null where it is not */
  List<AudienceWarning> all(@Nullable String own) {
    List<AudienceWarning> all = new ArrayList<>();
    long[] members = evaluation.members();
    if (members == null || segment.rule() == null) {
      return all;
    }
    ofSize(evaluation.count(), evaluation.base(), all);
    if (evaluation.count() > 0) {
      ofPersons(members, all);
      ofOthers(members, own, all);
    }
    ofAge(evaluation.asOf(), all);
    return all;
  }

  static void ofSize(int count, int base, List<AudienceWarning> all) {
    if (count == 0) {
      all.add(new AudienceWarning.Nobody());
    } else if (count == base) {
      all.add(new AudienceWarning.Everyone(count));
    } else if (count < AudienceWarning.FEW || count < AudienceWarning.SMALL * base) {
      all.add(new AudienceWarning.TooSmall(count, base));
    } else if (count > AudienceWarning.BROAD * base) {
      all.add(new AudienceWarning.TooBroad(count, base));
    }
  }

  private void ofPersons(long[] members, List<AudienceWarning> all) {
    FieldCatalog catalog = at.fields();
    List<Field> together = catalog.fields()
        .stream()
        .filter(field -> Identifying.of(field, catalog) == Identifying.TOGETHER)
        .toList();
    if (!together.isEmpty()) {
      List<FieldColumn> columns = together.stream()
          .map(field -> at.evaluator().column(field, segment.reference(), job))
          .toList();
      int small = SmallCells.members(columns, members, AudienceWarning.K, job);
      if (small > 0) {
        all.add(new AudienceWarning.Identifiable(small, evaluation.count(), together));
      }
    }
  }

  private void ofOthers(long[] members, @Nullable String own, List<AudienceWarning> all) {
    for (ProjectView.SavedSegment saved : at.view().segments()) {
      if (!saved.id().equals(own)) {
        Evaluation other = at.evaluator().evaluate(saved.segment(), job);
        if (other.members() != null) {
          Duplicate found = new Duplicate(saved.id(), saved.segment().name(), evaluation.count(),
              other.count(), Bits.countBoth(members, other.members()));
          if (found.jaccard() >= AudienceWarning.SAME) {
            all.add(found);
          }
        }
      }
    }
  }

  private void ofAge(LocalDate asOf, List<AudienceWarning> all) {
    long days = ChronoUnit.DAYS.between(asOf, at.evaluator().today(at.data().zone()));
    if (days > AudienceWarning.STALE_DAYS) {
      all.add(new AudienceWarning.Stale(asOf, days));
    }
  }
}
