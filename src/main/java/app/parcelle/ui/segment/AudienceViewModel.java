package app.parcelle.ui.segment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.job.JobRunner;

/** Who the members are, made after each count; the size is shown before that. */
final class AudienceViewModel {
  private final Audiences audiences;
  private final JobRunner jobs;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<@Nullable Portrait> portrait = new ReadOnlyObjectWrapper<>();
  private @Nullable Outcome drawn;

  AudienceViewModel(Audiences audiences, JobRunner jobs, Notices notices,
      ReadOnlyObjectProperty<@Nullable Outcome> outcome) {
    this.audiences = audiences;
    this.jobs = jobs;
    this.notices = notices;
    outcome.subscribe(this::draw);
  }

  /** The portrait of the latest count; that of the one before until it is made. */
  ReadOnlyObjectProperty<@Nullable Portrait> portrait() {
    return portrait.getReadOnlyProperty();
  }

  private void draw(@Nullable Outcome outcome) {
    if (outcome == null || (drawn != null && drawn.evaluation().equals(outcome.evaluation()))) {
      return;
    }
    drawn = outcome;
    jobs.run("portrait", Message.of("builder.job.portrait"),
        job -> Portrait.of(audiences, outcome.segment(), outcome.evaluation(), job), portrait::set,
        notices::complain);
  }
}
