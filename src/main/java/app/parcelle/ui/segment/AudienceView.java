package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Who the rule lets in: how many, what they are worth, what sets them apart, the first of them. */
final class AudienceView extends VBox {
  private static final int IDENTIFIABLE = 5;
  private static final double NAMES = 132;
  private static final double VALUE = 40;

  private final Desk desk;
  private final VBox size = new VBox(4);
  private final VBox portrait = new VBox(14);

  AudienceView(Desk desk) {
    this.desk = desk;
    VBox content = new VBox(14, size, portrait);
    getStyleClass().addAll("side-panel", "audience");
    getChildren().add(Parts.scrolling(content, 14));
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
          Parts.wrapped(desk.text("builder.audience.inOut", counted.count(), counted.base() - counted.count(),
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
      Wrapping money = new Wrapping(amount(drawn.revenue(), "builder.audience.revenue"));
      if (drawn.basket() != null) {
        money.getChildren().add(amount(drawn.basket(), "builder.audience.basket"));
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

  private Node amount(BigDecimal money, String what) {
    return Parts.line(6, Parts.fixed(desk.figures().money(money), "figure"),
        Parts.fixed(desk.text(what), "muted")); // keys: builder.audience.*
  }

  private Node apart(List<Portrait.Apart> apart) {
    GridPane grid = new GridPane(10, 6);
    grid.getColumnConstraints().add(new ColumnConstraints(NAMES, NAMES, NAMES));
    for (int i = 0; i < apart.size(); i++) {
      Portrait.Apart one = apart.get(i);
      Label name = Parts.wrapped(desk.title(one.field()));
      Label index = Parts.fixed(desk.figures().count(one.index()), "muted");
      GridPane.setHalignment(index, HPos.RIGHT);
      IndexBar bar = new IndexBar(one.index());
      GridPane.setHgrow(bar, Priority.ALWAYS);
      grid.addRow(i, name, bar, index);
      bar.setAccessibleText(desk.text("builder.audience.apartOne", name.getText(), one.index()));
    }
    return new VBox(8, new Wrapping(Parts.fixed(desk.text("builder.audience.apart"), "heading"),
        Parts.fixed(desk.text("builder.audience.index"), "muted")), grid);
  }

  /** One line a customer: key, values, and why. The first text takes the room there is. */
  private Node members(List<Portrait.Member> members) {
    GridPane grid = new GridPane(8, 0);
    for (Portrait.Member member : members) {
      List<Node> line = new ArrayList<>(List.of(Parts.given(member.key())));
      member.values().forEach(value -> line.add(cell(value)));
      line.add(why(member));
      int row = 2 * members.indexOf(member);
      grid.addRow(row, line.toArray(Node[]::new));
      Region rule = new Region();
      rule.getStyleClass().add("rule");
      grid.add(rule, 0, row + 1, line.size(), 1);
    }
    grid.getStyleClass().add("members");
    return new VBox(6, Parts.label(desk.text("builder.audience.members"), "heading"), grid);
  }

  private Label cell(Value value) {
    if (value instanceof Value.OfText(String text)) {
      Label label = text.isEmpty() ? Parts.label(text) : Parts.given(text, "muted");
      label.setMinWidth(VALUE);
      GridPane.setHgrow(label, Priority.ALWAYS);
      return label;
    }
    Label label = Parts.fixed(words(value), "muted");
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }

  private Button why(Portrait.Member member) {
    Button why = Parts.button(desk.text("builder.audience.why"), () -> {}, "link");
    why.setAccessibleText(desk.text("builder.audience.whyOf", member.key()));
    why.setOnAction(_ -> desk.model()
        .explain(member.key(), (outcome, explained) -> Bubble.under(why,
            new WhyView(desk, outcome, explained))));
    return why;
  }

  private String words(Value value) {
    return value instanceof Value.OfNumber(var days)
        ? desk.text("builder.audience.days", days.intValue())
        : desk.figures().value(value);
  }
}
