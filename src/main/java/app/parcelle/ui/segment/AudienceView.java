package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.AudienceWarning;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.ui.segment.AudienceViewModel.Described;
import app.parcelle.ui.theme.Parts;

/** Who the rule lets in: how many, what to beware of, what they are worth, what sets them apart, and why one is in or out. */
final class AudienceView extends VBox {
  private final Desk desk;
  private final VBox size = new VBox(4);
  private final VBox warnings = new VBox(6);
  private final VBox described = new VBox(16);
  private final WorthView worth;
  private final ApartView apart;
  private final MovementView movement;
  private final VBox trend = new VBox(6);
  private final KeyField key;
  private final Subscription shown;

  AudienceView(Desk desk) {
    this.desk = desk;
    worth = new WorthView(desk);
    apart = new ApartView(desk);
    movement = new MovementView(desk);
    key = new KeyField(desk);
    described.getChildren().addAll(trend, movement, worth, apart);
    VBox content = new VBox(14, size, warnings, described, key);
    getStyleClass().addAll("side-panel", "audience");
    getChildren().add(Parts.scrolling(content, 14));
    AudienceViewModel audience = desk.audience();
    shown = Subscription.combine(audience.described().subscribe(this::describe),
        audience.trend().subscribe(found -> {
          trend.getChildren().setAll(TrendView.of(desk, found));
          present(trend, found != null);
        }),
        audience.movement().subscribe(movement::show));
  }

  /** It is not looked at any more. */
  void leave() {
    shown.unsubscribe();
  }

  /** Says why a customer is in or out. */
  void why(String customerKey) {
    key.explain(customerKey);
  }

  /** @param counting a newer count is on its way */
  void fade(boolean counting) {
    double opacity = counting ? 0.6 : 1;
    size.setOpacity(opacity);
    warnings.setOpacity(opacity);
    described.setOpacity(opacity);
  }

  void show(@Nullable Outcome outcome) {
    List<Node> lines = new ArrayList<>();
    lines.add(Parts.label(desk.text("builder.audience.title"), "muted"));
    if (outcome == null) {
      size.getChildren().setAll(lines);
      return;
    }
    Evaluation counted = outcome.evaluation();
    boolean known = counted.count() >= 0;
    Label figure = Parts.label(known ? desk.figures().count(counted.count()) : "–", "large-figure");
    figure.getStyleClass().add("audience-count");
    figure.setAccessibleText(desk.text("builder.audience.title") + " " + figure.getText());
    lines.add(figure);
    if (known) {
      lines.add(Parts.line(6, Parts.label(desk.figures().share(counted.count(), counted.base()), "figure"),
          Parts.label(desk.text("builder.audience.ofBase", counted.base()), "muted")));
      lines.add(
          Parts.wrapped(desk.text("builder.audience.inOut", counted.count(), counted.base() - counted.count(),
              counted.base()), "muted", "small"));
      reachable(counted, lines);
    }
    size.getChildren().setAll(lines);
    boolean somebody = known && counted.count() > 0;
    present(described, somebody);
    present(warnings, known && outcome.segment().rule() != null);
  }

  private void reachable(Evaluation counted, List<Node> lines) {
    if (counted.reachable().isPresent() && counted.count() > 0) {
      int n = counted.reachable().getAsInt();
      FlowPane chips = new FlowPane(6, 4,
          Parts.chip(desk.text("builder.audience.reachable", n), "good"),
          Parts.chip(desk.text("builder.audience.unreachable", counted.count() - n)));
      lines.add(chips);
    }
  }

  private void describe(@Nullable Described found) {
    warnings.getChildren().clear();
    if (found != null) {
      FieldNames names = new FieldNames(desk.fields(), desk.texts());
      found.warnings()
          .forEach(warning -> warnings.getChildren().add(notice(warning, warning.message(names))));
      worth.show(found.portrait().worth());
      apart.show(found.portrait().apart());
    }
  }

  private Node notice(AudienceWarning warning, Message message) {
    Label text = Parts.wrapped(desk.text(message), "small");
    // nearly every list of persons can be re-identified: that is said, and not cried
    VBox notice = Parts.notice(warning instanceof AudienceWarning.Identifiable ? "remark" : "warning", text);
    notice.getStyleClass().add("warning-" + warning.id());
    return notice;
  }

  static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
