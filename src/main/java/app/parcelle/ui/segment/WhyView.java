package app.parcelle.ui.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.SmallestChange;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.project.SinceThen;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.ui.theme.Parts;

/**
 * Why one customer is in or out: each condition with the value that was compared and whether it is met, the smallest change that
 * would alter that, and what has changed since a day.
 */
final class WhyView extends VBox {
  private static final double WIDTH = 460;
  private static final double MOST_HEIGHT = 560;

  private final Desk desk;
  private final Map<String, Condition> conditions = new HashMap<>();
  private final VBox since = new VBox(4);

  private WhyView(Desk desk, Outcome outcome, Explanation explained) {
    super(6);
    this.desk = desk;
    setPrefWidth(WIDTH);
    setId("why");
    getStyleClass().add("why");
    SegmentPaths.rows(outcome.segment().rule()).forEach(row -> conditions.put(row.path(), row.condition()));
    getChildren().add(Parts.wrapped(desk.text(title(explained), explained.key()), "heading"));
    for (Explanation.Row row : explained.rows()) {
      if (conditions.size() == 1 || !row.path().equals(SegmentPaths.ROOT)) {
        getChildren().add(line(row));
      }
    }
    if (explained.known() && outcome.segment().rule() != null) {
      if (!explained.cut()) {
        getChildren().add(change(explained));
      }
      SinceField day = new SinceField(desk,
          chosen -> desk.audience().why().compare(explained.key(), chosen));
      HBox title = Parts.line(8, Parts.fixed(desk.text("audience.since.one"), "heading"), day);
      VBox.setMargin(title, new Insets(8, 0, 0, 0));
      getChildren().addAll(title, since);
    }
  }

  /** Explains a customer, and hangs the answer under a control. */
  static void open(Desk desk, String key, Node owner) {
    desk.model().explain(key, (outcome, explained) -> {
      // what was compared before was of another customer
      desk.audience().why().compare(key, null);
      WhyView view = new WhyView(desk, outcome, explained);
      ScrollPane scroll = new ScrollPane(view);
      scroll.setFitToWidth(true);
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      scroll.setMaxHeight(MOST_HEIGHT);
      scroll.setPrefWidth(WIDTH);
      Subscription compared = desk.audience().why().since().subscribe(view::compare);
      Bubble.under(owner, scroll).onHidden(compared::unsubscribe);
    });
  }

  private static String title(Explanation explained) {
    return !explained.known()
        ? "audience.why.unseen"
        : explained.cut()
            ? "audience.why.cut"
            : explained.member() ? "builder.why.in" : "builder.why.out";
  }

  private HBox line(Explanation.Row row) {
    Label value = Parts.fixed(value(row), row.presence() == Explanation.Presence.THERE ? "figure" : "muted");
    return line(row.met(), row.path(), value);
  }

  private HBox line(boolean met, String path, Label value) {
    Condition condition = conditions.get(path);
    FontIcon sign = new FontIcon(met ? Feather.CHECK : Feather.X);
    sign.getStyleClass().add(met ? "met" : "unmet");
    Label words = Parts.wrapped(condition == null ? "" : words(condition));
    if (isGroup(condition)) {
      words.getStyleClass().add("muted");
    }
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = Parts.line(8, sign, words, value);
    line.setAccessibleText(desk.text(met ? "builder.why.met" : "builder.why.unmet") + ": " + words.getText()
        + " " + value.getText());
    line.setPadding(new Insets(0, 0, 0, 14.0 * depth(path)));
    return line;
  }

  private String value(Explanation.Row row) {
    return switch (row.presence()) {
      case NOT_ASKED -> "";
      case MISSING -> desk.text("builder.why.missing");
      case INVALID -> desk.text("audience.why.invalid");
      case THERE -> said(row.value());
    };
  }

  private String said(@Nullable Value value) {
    return value == null ? desk.text("builder.why.missing") : desk.figures().value(value);
  }

  private static boolean isGroup(@Nullable Condition condition) {
    return condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf
        || condition instanceof Condition.Not;
  }

  private String words(Condition condition) {
    return switch (condition) {
      case Condition.AllOf _ -> desk.text("builder.why.all");
      case Condition.AnyOf _ -> desk.text("builder.why.any");
      case Condition.Not _ -> desk.text("builder.why.not");
      default -> desk.clause(condition);
    };
  }

  private Node change(Explanation explained) {
    SmallestChange change = explained.change();
    VBox box = Parts.notice("change",
        Parts.wrapped(desk.text(change == null
            ? "audience.change.none"
            : explained.member() ? "audience.change.out" : "audience.change.in"), "heading"));
    box.setId("smallest-change");
    VBox.setMargin(box, new Insets(8, 0, 0, 0));
    if (change != null) {
      change.steps().forEach(step -> box.getChildren().add(Parts.wrapped(step(step))));
    }
    return box;
  }

  private String step(SmallestChange.Step step) {
    Condition condition = conditions.get(step.path());
    String clause = condition == null ? "" : desk.clause(condition);
    String need = desk.text(step.need().message(step.met(), desk.figures()::value));
    Value value = step.value();
    return value == null
        ? desk.text("audience.change.step", clause, need)
        : desk.text("audience.change.instead", clause, need, desk.figures().value(value));
  }

  private void compare(@Nullable SinceThen found) {
    since.getChildren().clear();
    if (found == null) {
      return;
    }
    String key = !found.then().known()
        ? "audience.since.unseen"
        : found.then().member() ? "audience.since.wasIn" : "audience.since.wasOut";
    since.getChildren()
        .add(Parts.wrapped(desk.text(key, desk.figures().day(found.from())), "muted")); // keys: audience.since.*
    List<SinceThen.Both> changes = found.changes()
        .stream()
        .filter(both -> !isGroup(conditions.get(both.now().path())))
        .toList();
    if (changes.isEmpty()) {
      since.getChildren().add(Parts.label(desk.text("audience.since.same"), "muted"));
    }
    for (SinceThen.Both both : changes) {
      Label values = Parts.fixed(desk.text("audience.since.values", value(both.then()), value(both.now())),
          "figure");
      HBox line = line(both.now().met(), both.now().path(), values);
      line.setPadding(Insets.EMPTY);
      since.getChildren().add(line);
      if (both.then().met() != both.now().met()) {
        Label became = Parts.label(
            desk.text(both.now().met() ? "audience.since.becameTrue" : "audience.since.becameFalse"), "small",
            both.now().met() ? "good" : "bad");
        VBox.setMargin(became, new Insets(-4, 0, 4, 24));
        since.getChildren().add(became);
      }
    }
  }

  /** How many nodes stand above it, the root aside. */
  private static int depth(String path) {
    long steps = List.of(path.substring(1).split("/", -1))
        .stream()
        .filter(part -> part.equals("not") || Character.isDigit(part.charAt(0)))
        .count();
    return (int) Math.max(0, steps - 1);
  }
}
