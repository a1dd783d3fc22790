package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.AudienceWarning;
import app.parcelle.engine.project.Movement;
import app.parcelle.engine.project.Portrait;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.Trend;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.JobRunner;

/** Who the members are, made after each count, which is shown before that. Given up as soon as the rule changes. */
final class AudienceViewModel {
  private static final String PORTRAIT = "portrait";
  private static final String TREND = "trend";
  private static final String MOVEMENT = "movement";
  private static final int TRENDS_KEPT = 24;

  private final SegmentViewModel model;
  private final Audiences audiences;
  private final People people;
  private final JobRunner jobs;
  private final Notices notices;
  private final WhyViewModel why;
  private final MembersViewModel members;
  private final ReadOnlyObjectWrapper<@Nullable Described> described = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trend> trend = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Movement> movement = new ReadOnlyObjectWrapper<>();
  private final Map<Asked, Trend> trends = new LinkedHashMap<>();
  private @Nullable LocalDate since;
  private @Nullable Outcome drawn;

  /** What a trend depends on. */
  private record Asked(Segment segment, List<?> tables, List<?> clusterings, List<?> segments) {}

  /** What is worth knowing of the members, and what to beware of. */
  record Described(Outcome outcome, Portrait portrait, List<AudienceWarning> warnings) {
    Described {
      warnings = List.copyOf(warnings);
    }
  }

  AudienceViewModel(SegmentViewModel model, Audiences audiences, People people, JobRunner jobs,
      Notices notices) {
    this.model = model;
    this.audiences = audiences;
    this.people = people;
    this.jobs = jobs;
    this.notices = notices;
    this.why = new WhyViewModel(model, people, jobs, notices);
    this.members = new MembersViewModel(model, audiences, people, jobs, notices);
    model.evaluating().subscribe(evaluating -> {
      if (evaluating) {
        giveUp();
      }
    });
    model.outcome().subscribe(this::draw);
  }

  /** Of the latest count; that of the one before until it is made. */
  ReadOnlyObjectProperty<@Nullable Described> described() {
    return described.getReadOnlyProperty();
  }

  /** Null until it is computed. */
  ReadOnlyObjectProperty<@Nullable Trend> trend() {
    return trend.getReadOnlyProperty();
  }

  /** Since the day that was asked for; null where none was, or until it is computed. */
  ReadOnlyObjectProperty<@Nullable Movement> movement() {
    return movement.getReadOnlyProperty();
  }

  WhyViewModel why() {
    return why;
  }

  MembersViewModel members() {
    return members;
  }

  /** Compares with the members as of a day, now and after every edit; null for no longer. */
  void compareWith(@Nullable LocalDate day) {
    since = day;
    move();
  }

  void contrast(Field field, Consumer<Contrast> then) {
    Outcome shown = drawn;
    if (shown != null && shown.evaluation().members() != null) {
      jobs.run("contrast", Message.of("audience.job.contrast"),
          job -> people.contrast(shown.segment(), shown.evaluation(), field, job), then, notices::complain);
    }
  }

  private void giveUp() {
    if (drawn != null) {
      drawn = null;
      jobs.cancel(PORTRAIT);
      jobs.cancel(TREND);
      jobs.cancel(MOVEMENT);
    }
  }

  private void draw(@Nullable Outcome outcome) {
    if (outcome == null || (drawn != null && drawn.evaluation().equals(outcome.evaluation()))) {
      return;
    }
    drawn = outcome;
    String own = model.saved().map(ProjectView.SavedSegment::id).orElse(null);
    jobs.run(PORTRAIT, Message.of("builder.job.portrait"),
        job -> new Described(outcome, people.portrait(outcome.segment(), outcome.evaluation(), job),
            people.warnings(outcome.segment(), outcome.evaluation(), own, job)),
        described::set, notices::complain);
    follow(outcome);
    move();
  }

  private void follow(Outcome outcome) {
    if (outcome.evaluation().members() == null || outcome.segment().rule() == null) {
      jobs.cancel(TREND);
      trend.set(null);
      return;
    }
    Segment segment = outcome.segment();
    ProjectView view = audiences.view();
    Asked asked = new Asked(
        new Segment("", segment.rule(), segment.reference(), segment.zone(), segment.limit()),
        view.tables(), view.clusterings(), view.segments());
    Trend known = trends.get(asked);
    if (known != null) {
      jobs.cancel(TREND);
      trend.set(known);
      return;
    }
    trend.set(null);
    jobs.run(TREND, Message.of("audience.job.trend"), job -> people.trend(segment, job), found -> {
      if (trends.size() >= TRENDS_KEPT) {
        trends.remove(trends.keySet().iterator().next());
      }
      trends.put(asked, found);
      trend.set(found);
    }, notices::complain);
  }

  private void move() {
    Outcome shown = drawn;
    LocalDate day = since;
    movement.set(null);
    if (day == null || shown == null || shown.evaluation().members() == null) {
      jobs.cancel(MOVEMENT);
      return;
    }
    jobs.run(MOVEMENT, Message.of("audience.job.movement"),
        job -> people.movement(shown.segment(), day, job), movement::set, notices::complain);
  }
}
