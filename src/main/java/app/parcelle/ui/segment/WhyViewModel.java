package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.CustomerKeys;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.SinceThen;
import app.parcelle.ui.job.JobRunner;

/** Why one customer is in or out, and what has changed for it since a day. */
final class WhyViewModel {
  private static final String KEYS = "why-keys";
  private static final String SINCE = "why-since";
  private static final int SUGGESTIONS = 8;

  private final SegmentViewModel model;
  private final People people;
  private final JobRunner jobs;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<@Nullable SinceThen> since = new ReadOnlyObjectWrapper<>();

  WhyViewModel(SegmentViewModel model, People people, JobRunner jobs, Notices notices) {
    this.model = model;
    this.people = people;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** What has changed since the day that was asked for last; null until it is computed. */
  ReadOnlyObjectProperty<@Nullable SinceThen> since() {
    return since.getReadOnlyProperty();
  }

  /** The customers whose keys begin as a person types. */
  void suggest(String typed, Consumer<List<String>> then) {
    if (typed.isBlank()) {
      jobs.cancel(KEYS);
      then.accept(List.of());
      return;
    }
    jobs.run(KEYS, Message.of("audience.job.keys"), job -> people.keys(typed, SUGGESTIONS, job),
        found -> then.accept(found.stream().map(CustomerKeys.Found::key).toList()), notices::complain);
  }

  /** Compares a customer with the same one as of a day; null for nothing to compare with. */
  void compare(String key, @Nullable LocalDate day) {
    Outcome shown = model.outcome().get();
    since.set(null);
    if (shown == null || day == null) {
      jobs.cancel(SINCE);
      return;
    }
    jobs.run(SINCE, Message.of("audience.job.movement"), job -> people.since(shown.segment(), key, day, job),
        since::set, notices::complain);
  }
}
