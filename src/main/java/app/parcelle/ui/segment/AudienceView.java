package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.ui.theme.Parts;

/** Who the rule lets in: how many, what they are worth, what sets them apart, the first of them. */
final class AudienceView extends StackPane {
  private static final int IDENTIFIABLE = 5;

  private final Desk desk;
  private final VBox size = new VBox(4);
  private final VBox portrait = new VBox(14);

  AudienceView(Desk desk) {
    this.desk = desk;
    VBox content = new VBox(14, size, portrait);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getStyleClass().addAll("side-panel", "audience");
    getChildren().add(scroll);
  }

  /** @param counting a newer count is on its way */
  void fade(boolean counting) {
    size.setOpacity(counting ? 0.6 : 1);
    portrait.setOpacity(counting ? 0.6 : 1);
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
          Parts.label(desk.text("builder.audience.inOut", counted.count(), counted.base() - counted.count(),
              counted.base()), "muted", "small"));
      reachable(counted, lines);
      if (outcome.segment().rule() != null) {
        warning(counted, lines);
      }
    }
    size.getChildren().setAll(lines);
    boolean somebody = known && counted.count() > 0;
    portrait.setVisible(somebody);
    portrait.setManaged(somebody);
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

  private void warning(Evaluation counted, List<Node> lines) {
    String key = counted.count() == 0
        ? "builder.warning.empty"
        : counted.count() == counted.base()
            ? "builder.warning.everyone"
            : counted.count() < IDENTIFIABLE ? "builder.warning.few" : "";
    if (!key.isEmpty()) {
      Label text = Parts.label(desk.text(key, counted.count()), "warning"); // keys: builder.warning.*
      text.setWrapText(true);
      VBox notice = new VBox(text);
      notice.getStyleClass().addAll("notice", "warning");
      VBox.setMargin(notice, new javafx.geometry.Insets(6, 0, 0, 0));
      lines.add(notice);
    }
  }

  void draw(@Nullable Portrait drawn) {
    portrait.getChildren().clear();
    if (drawn == null) {
      return;
    }
    if (drawn.revenue() != null) {
      HBox money = Parts.line(6, Parts.fixed(desk.figures().money(drawn.revenue()), "figure"),
          Parts.label(desk.text("builder.audience.revenue"), "muted"));
      if (drawn.basket() != null) {
        money.getChildren()
            .addAll(Parts.fixed(desk.figures().money(drawn.basket()), "figure"),
                Parts.label(desk.text("builder.audience.basket"), "muted"));
      }
      portrait.getChildren().add(money);
    }
    if (!drawn.apart().isEmpty()) {
      portrait.getChildren().add(apart(drawn.apart()));
    }
    if (!drawn.members().isEmpty()) {
      portrait.getChildren().add(members(drawn.members()));
    }
  }

  private Node apart(List<Portrait.Apart> apart) {
    GridPane grid = new GridPane(10, 6);
    for (int i = 0; i < apart.size(); i++) {
      Portrait.Apart one = apart.get(i);
      Label name = Parts.label(desk.title(one.field()));
      name.setPrefWidth(128);
      Label index = Parts.fixed(desk.figures().count(one.index()), "muted");
      index.setPrefWidth(40);
      index.setAlignment(Pos.CENTER_RIGHT);
      IndexBar bar = new IndexBar(one.index());
      GridPane.setHgrow(bar, Priority.ALWAYS);
      grid.addRow(i, name, bar, index);
      bar.setAccessibleText(desk.text("builder.audience.apartOne", name.getText(), one.index()));
    }
    return new VBox(8, Parts.line(8, Parts.label(desk.text("builder.audience.apart"), "heading"),
        Parts.label(desk.text("builder.audience.index"), "muted")), grid);
  }

  private Node members(List<Portrait.Member> members) {
    VBox list = new VBox();
    for (Portrait.Member member : members) {
      Label key = Parts.fixed(member.key());
      key.setPrefWidth(72);
      HBox line = Parts.line(6, key);
      for (Value value : member.values()) {
        boolean number = value instanceof Value.OfNumber;
        Label label = Parts.label(words(value), "muted");
        label.setPrefWidth(number ? 40 : 74);
        label.setMinWidth(number ? USE_PREF_SIZE : 0);
        label.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        line.getChildren().add(label);
      }
      Button why = Parts.button(desk.text("builder.audience.why"), () -> {}, "link");
      why.setAccessibleText(desk.text("builder.audience.whyOf", member.key()));
      why.setOnAction(_ -> desk.model()
          .explain(member.key(), (outcome, explained) -> Bubble.under(why,
              new WhyView(desk, outcome, explained))));
      line.getChildren().addAll(Parts.gap(), why);
      line.getStyleClass().add("member");
      list.getChildren().add(line);
    }
    return new VBox(6, Parts.label(desk.text("builder.audience.members"), "heading"), list);
  }

  private String words(Value value) {
    return value instanceof Value.OfNumber(var days)
        ? desk.text("builder.audience.days", days.intValue())
        : desk.figures().value(value);
  }
}
