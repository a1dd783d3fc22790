package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.evaluate.CustomerKeys;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Audience;
import app.parcelle.engine.project.AudienceWarning;
import app.parcelle.engine.project.Movement;
import app.parcelle.engine.project.Portrait;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SinceThen;
import app.parcelle.engine.project.Trend;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;

/** What the builder asks about the members of a segment, as {@link Audience} answers; may be called from any thread. */
interface People {
  Portrait portrait(Segment segment, Evaluation evaluation, JobContext job);

  List<AudienceWarning> warnings(Segment segment, Evaluation evaluation, @Nullable String own,
      JobContext job);

  Contrast contrast(Segment segment, Evaluation evaluation, Field field, JobContext job);

  Trend trend(Segment segment, JobContext job);

  Movement movement(Segment segment, LocalDate since, JobContext job);

  SinceThen since(Segment segment, String key, LocalDate since, JobContext job);

  MemberRows members(Segment segment, Evaluation evaluation, List<Field> fields, @Nullable Field by,
      boolean descending, Locale locale, JobContext job);

  List<CustomerKeys.Found> keys(String text, int limit, JobContext job);

  static People of(Project project) {
    Audience audience = project.audience();
    return new People() {
      @Override
      public Portrait portrait(Segment segment, Evaluation evaluation, JobContext job) {
        return audience.portrait(segment, evaluation, job);
      }

      @Override
      public List<AudienceWarning> warnings(Segment segment, Evaluation evaluation, @Nullable String own,
          JobContext job) {
        return audience.warnings(segment, evaluation, own, job);
      }

      @Override
      public Contrast contrast(Segment segment, Evaluation evaluation, Field field, JobContext job) {
        return audience.contrast(segment, evaluation, field, job);
      }

      @Override
      public Trend trend(Segment segment, JobContext job) {
        return audience.trend(segment, job);
      }

      @Override
      public Movement movement(Segment segment, LocalDate since, JobContext job) {
        return audience.movement(segment, since, job);
      }

      @Override
      public SinceThen since(Segment segment, String key, LocalDate since, JobContext job) {
        return audience.since(segment, key, since, job);
      }

      @Override
      public MemberRows members(Segment segment, Evaluation evaluation, List<Field> fields,
          @Nullable Field by,
          boolean descending, Locale locale, JobContext job) {
        return audience.members(segment, evaluation, fields, by, descending, locale, job);
      }

      @Override
      public List<CustomerKeys.Found> keys(String text, int limit, JobContext job) {
        return audience.keys(text, limit, job);
      }
    };
  }
}
