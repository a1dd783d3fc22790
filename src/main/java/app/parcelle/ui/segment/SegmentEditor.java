package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import app.parcelle.engine.project.Snapshots.Snapshot;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** Whether a customer is in another segment, as of when, and the way to have its rules here instead. */
final class SegmentEditor implements ValueEditor {
  private enum When {
    LIVE, ON, FROZEN
  }

  private final Desk desk;
  private final Edits edits;
  private final MenuButton in;
  private final MenuButton when;
  private final List<When> whens;
  private final DatePicker day;
  private final Button convert;
  private final MenuButton snapshot = new MenuButton();
  private final List<Node> parts;
  private Row row;
  private boolean showing;

  SegmentEditor(Desk desk, Row row, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.row = row;
    in = Inputs.choice(List.of(true, false), test().in(),
        is -> desk.text(is ? "builder.segment.in" : "builder.segment.out"),
        is -> replace(new InSegment(test().segment(), is, test().membership())));
    in.setAccessibleText(desk.text("builder.operator", test().segment().name()));
    whens = snapshots().isEmpty() && when(test().membership()) != When.FROZEN
        ? List.of(When.LIVE, When.ON)
        : List.of(When.values());
    when = Inputs.choice(whens, when(test().membership()),
        w -> desk.text("builder.segment." + Operators.id(w)), // keys: builder.segment.*
        w -> replace(new InSegment(test().segment(), test().in(), start(w))));
    when.setAccessibleText(desk.text("builder.segment.when"));
    day = Inputs.day(desk.today(), desk);
    day.valueProperty().addListener((_, _, picked) -> {
      if (picked != null && !showing && when(test().membership()) == When.ON) {
        replace(new InSegment(test().segment(), test().in(), new Membership.On(picked)));
      }
    });
    convert = Parts.button(desk.text("builder.segment.convert"),
        () -> desk.cards().inPlace(row.id(), desk.fields()),
        "quiet");
    convert.setTooltip(new Tooltip(desk.text("builder.segment.convertHint")));
    snapshot.getStyleClass().add("choice");
    snapshot.setMnemonicParsing(false);
    snapshot.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    snapshot.setAccessibleText(desk.text("builder.frozen.which"));
    snapshot.setOnShowing(_ -> offer());
    // without items a menu does not open
    offer();
    parts = List.of(in, when, day, snapshot, convert);
    show(row);
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof InSegment test) || !whens.contains(when(test.membership()))) {
      return false;
    }
    row = now;
    showing = true;
    Inputs.choose(in, test.in() ? 0 : 1);
    Inputs.choose(when, whens.indexOf(when(test.membership())));
    convert.setDisable(CardEdits.convertible(test, desk.fields()).isEmpty());
    present(convert, test.membership() instanceof Membership.Live);
    present(day, test.membership() instanceof Membership.On);
    if (test.membership() instanceof Membership.On(LocalDate then)) {
      day.setValue(then);
    }
    // which one it is says that it is one
    boolean frozen = test.membership() instanceof Membership.Frozen;
    present(when, !frozen);
    present(snapshot, frozen);
    if (test.membership() instanceof Membership.Frozen(String id)) {
      snapshot.setText(snapshots().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .map(one -> desk.text("builder.segment.frozenOn", desk.figures().day(one.asOf()), one.count()))
          .orElseGet(() -> desk.text("builder.frozen.gone")));
    }
    showing = false;
    return true;
  }

  private static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  private static When when(Membership membership) {
    return switch (membership) {
      case Membership.Live _ -> When.LIVE;
      case Membership.On _ -> When.ON;
      case Membership.Frozen _ -> When.FROZEN;
    };
  }

  private Membership start(When chosen) {
    return switch (chosen) {
      case LIVE -> new Membership.Live();
      case ON -> new Membership.On(day.getValue() == null ? desk.today() : day.getValue());
      case FROZEN -> snapshots().stream()
          .findFirst()
          .<Membership>map(latest -> new Membership.Frozen(latest.id()))
          .orElseGet(() -> test().membership());
    };
  }

  private void offer() {
    snapshot.getItems().clear();
    snapshots().forEach(one -> offer(
        desk.text("builder.frozen.one", desk.figures().day(one.asOf()), one.count()),
        new Membership.Frozen(one.id())));
    snapshot.getItems().add(new SeparatorMenuItem());
    offer(desk.text("builder.segment.live"), start(When.LIVE));
    offer(desk.text("builder.segment.on"), start(When.ON));
  }

  private void offer(String words, Membership membership) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> replace(new InSegment(test().segment(), test().in(), membership)));
    snapshot.getItems().add(item);
  }

  /** Those of the segment, the latest first. */
  private List<Snapshot> snapshots() {
    return desk.fields()
        .segment(test().segment())
        .map(saved -> desk.kept().snapshots(saved.id()))
        .orElse(List.of());
  }

  private InSegment test() {
    return (InSegment) row.test();
  }

  private void replace(InSegment test) {
    edits.replace(new Row(row.id(), test, Set.of()), false);
  }
}
