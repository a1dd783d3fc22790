package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import app.parcelle.engine.project.ProjectView;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Screen;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;

/** The segment builder: fields at the left, the rule in the middle, its audience at the right. */
public final class SegmentScreen implements Screen {
  private final Workbench workbench;
  private final Audiences audiences;
  private final SegmentViewModel model;
  private final AudienceViewModel audience;
  private final Distributions distributions;
  private ProjectView seen;
  private StackPane view;
  private PaletteView palette;
  private Subscription shown = Subscription.EMPTY;
  private Consumer<String> why = _ -> {};

  public SegmentScreen(Workbench workbench) {
    this(workbench, Audiences.of(workbench.project()), People.of(workbench.project()));
  }

  SegmentScreen(Workbench workbench, Audiences audiences, People people) {
    this.workbench = workbench;
    this.audiences = audiences;
    JobRunner jobs = workbench.jobs();
    Notices notices = Notices.of(workbench);
    model = new SegmentViewModel(audiences, jobs, notices, () -> workbench.texts().text("builder.newName"));
    audience = new AudienceViewModel(model, audiences, people, jobs, notices);
    distributions = new Distributions(audiences, jobs, notices);
    seen = audiences.view();
    view = new StackPane();
    palette = build();
    model.refreshed();
  }

  @Override
  public Region view() {
    return view;
  }

  /** Counts and distributions are made again only when the project is another than the last time. */
  @Override
  public void shown() {
    ProjectView now = audiences.view();
    if (!now.equals(seen)) {
      boolean otherData = !now.tables().equals(seen.tables())
          || !now.clusterings().equals(seen.clusterings());
      seen = now;
      if (otherData) {
        distributions.forget();
        palette.show();
      }
      model.refreshed();
    }
  }

  @Override
  public void arrive(Place place) {
    shown();
    if (place instanceof Place.Segments(var draft) && draft != null) {
      audiences.view()
          .segments()
          .stream()
          .filter(saved -> saved.segment().equals(draft))
          .findFirst()
          .ifPresentOrElse(model::open, () -> model.openDraft(draft));
    } else if (place instanceof Place.Why(var key)) {
      why.accept(key);
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(new Action("builder.header.new", model::fresh),
        new Action("builder.header.save", model::save),
        new Action("builder.header.export",
            () -> model.whenSaved(id -> workbench.go(new Place.Exports(List.of(id))))),
        new Action("shell.undo", model::undo), new Action("shell.redo", model::redo),
        new Action("audience.action.rule", () -> audience.members().watched().set(false)),
        new Action("audience.action.members", () -> audience.members().watched().set(true)));
  }

  @Override
  public boolean undo() {
    return model.undo();
  }

  @Override
  public boolean redo() {
    return model.redo();
  }

  @Override
  public ObservableValue<Boolean> undoable() {
    return model.undoable();
  }

  @Override
  public ObservableValue<Boolean> redoable() {
    return model.redoable();
  }

  @Override
  public boolean relabel() {
    shown.unsubscribe();
    view = new StackPane();
    palette = build();
    return true;
  }

  SegmentViewModel model() {
    return model;
  }

  private PaletteView build() {
    Desk desk = new Desk(model, audience, distributions,
        new ListFiles(workbench.files(), workbench.jobs(), Notices.of(workbench)),
        new KeptViewModel(audiences.keeping(), workbench.jobs(), Notices.of(workbench), workbench.files()),
        audiences::fields, workbench.texts(),
        new Figures(workbench.texts(), seen.zone()), new Dragging());
    HeaderView header = new HeaderView(desk, workbench);
    SentenceView sentence = new SentenceView(desk);
    RuleView rule = new RuleView(desk, header::openSaved);
    FunnelView funnel = new FunnelView(desk);
    ProblemLine problem = new ProblemLine(desk);
    AudienceView people = new AudienceView(desk);
    why = people::why;
    PaletteView fields = new PaletteView(desk, model::add, true);
    fields.getStyleClass().addAll("side-panel", "left");

    VBox cards = new VBox(12, rule, problem, funnel);
    cards.getStyleClass().add("rule-and-funnel");
    ScrollPane scroll = Parts.scrolling(cards, 16);
    scroll.setFocusTraversable(false);
    rule.takeDrops(scroll);
    CentreView middle = new CentreView(desk, scroll, new MembersView(desk, seen.zone()));
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox centre = new VBox(12, header, sentence, middle);
    centre.getStyleClass().add("workspace");
    BorderPane parts = new BorderPane(centre, null, people, null, fields);
    new BuilderKeys(desk, Notices.of(workbench), fields, centre).on(view);
    view.getStyleClass().add("builder");
    view.getChildren().setAll(parts, desk.dragging().layer());

    shown = Subscription.combine(
        model.present().subscribe(moment -> {
          header.show(moment);
          sentence.show(model.segment());
          rule.show(moment);
        }),
        model.outcome().subscribe(outcome -> {
          rule.count(outcome);
          funnel.show(model.draft(), outcome);
          people.show(outcome);
        }),
        model.evaluating().subscribe(people::fade),
        model.problem().subscribe(problem::show),
        people::leave, middle::leave);
    return fields;
  }
}
