package app.parcelle.ui.segment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** One criterion: what it asks about, its operator and values, what it gives, and what can be done to it. */
final class RowView implements CardView {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double TITLE = 180;

  private final Desk desk;
  private final VBox box = new VBox(4);
  private final Label title = Parts.upTo(TITLE, "", "heading");
  private final Wrapping values = new Wrapping();
  private final CountLine counts;
  private final Label error = Parts.wrapped("", "bad", "small");
  private Row row;
  private @Nullable Outcome outcome;
  private @Nullable CriterionEditor criterion;
  private ValueEditor editor = ValueEditor.NONE;

  RowView(Desk desk, Row row) {
    this.desk = desk;
    this.row = row;
    counts = new CountLine(desk, this::toggleMissing);
    build();
    show(row);
  }

  private void build() {
    long id = row.id();
    Region handle = new Region();
    handle.getStyleClass().add("handle");
    handle.setAccessibleText(desk.text("builder.card.drag"));
    desk.dragging().from(handle, () -> new Load.Existing(desk.cards().around(id)), title::getText);
    desk.dragging().from(title, () -> new Load.Existing(desk.cards().around(id)), title::getText);
    Button menu = Parts.iconButton(Feather.MORE_HORIZONTAL, desk.text("builder.card.menu"));
    menu.setOnAction(_ -> CardKeys.menu(row, desk).show(menu, Side.BOTTOM, 0, 0));
    HBox.setHgrow(values, Priority.ALWAYS);
    HBox line = Parts.line(10, handle, title, values, counts, menu);
    box.getStyleClass().add("criterion");
    box.getChildren().add(line);
    box.setUserData(id);
    box.focusWithinProperty().subscribe(within -> {
      if (within) {
        desk.model().select(id);
      }
    });
    CardKeys.on(box, id, desk);
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public void show(Card card) {
    Row before = row;
    row = (Row) card;
    boolean built = !values.getChildren().isEmpty() || criterion != null;
    if (built && before.equals(row)) {
      return;
    }
    if (!built || !sameSubject(before.test(), row.test())) {
      rebuild();
    } else {
      update();
    }
    counts.show(row, outcome);
    box.setAccessibleText(row.complete()
        ? desk.clause(row.test())
        : desk.text("builder.row.incompleteNamed", title.getText()));
  }

  private void update() {
    if (criterion != null) {
      criterion.show(row);
    } else if (!editor.show(row)) {
      rebuild();
    }
  }

  private void rebuild() {
    criterion = null;
    editor = ValueEditor.NONE;
    values.getChildren().clear();
    FieldRef ref = Operators.field(row.test());
    Optional<Field> field = ref == null ? Optional.empty() : desk.fields().find(ref);
    title.setText(field.map(desk::title).orElseGet(this::name));
    if (field.isPresent()) {
      criterion = new CriterionEditor(desk, Subject.of(field.get(), desk), row, values, this::edit);
    } else {
      editor = other();
      values.getChildren().setAll(editor.parts());
      editor.show(row);
    }
  }

  /** For what is not about a field of customers. */
  private ValueEditor other() {
    return switch (row.test()) {
      case Condition.InCluster in -> clusters(in.clustering());
      case Condition.Sequence _ -> new SequenceEditor(desk, row, this::edit);
      case Condition.Consent _ -> new ConsentEditor(desk, row, this::edit);
      case Condition.InSegment _ -> new SegmentEditor(desk, row, this::edit);
      case Condition.RandomSample _ -> new SampleEditor(desk, row, this::edit);
      case Condition.Near _,Condition.InArea _ -> new PlaceEditor(desk, row, this::edit);
      default -> EventShape.table(row.test()).map(this::events).orElse(ValueEditor.NONE);
    };
  }

  private ValueEditor events(String table) {
    return desk.fields()
        .events(table)
        .<ValueEditor>map(found -> new EventEditor(desk, found, row, this::edit))
        .orElse(ValueEditor.NONE);
  }

  private ValueEditor clusters(String name) {
    int k = desk.model().clusters(name);
    return k == 0 ? ValueEditor.NONE : new ClusterEditor(desk, k, row, this::edit);
  }

  private String name() {
    FieldRef ref = Operators.field(row.test());
    return ref != null ? ref.name() : switch (row.test()) {
      case Condition.InCluster in -> desk.fields().clusteringName(in.clustering());
      case Condition.Sequence _ -> desk.text("builder.sequence.title");
      case Condition.Consent consent -> desk.text("builder.source.consent", source(consent.source()));
      case Condition.InSegment in ->
        desk.fields().segment(in.segment()).map(saved -> saved.segment().name()).orElse(in.segment().name());
      case Condition.RandomSample _ -> desk.text("builder.source.chance");
      case Condition.Near _,Condition.InArea _ -> desk.text("builder.place.title");
      default ->
        EventShape.table(row.test()).map(this::tableName).orElseGet(() -> desk.text("builder.everyone"));
    };
  }

  /** The name of a ledger, or of a field. */
  private String source(String nameOrId) {
    return desk.fields()
        .events(nameOrId)
        .map(TableVersion::name)
        .or(() -> desk.fields().find(new FieldRef(nameOrId, nameOrId)).map(desk::title))
        .orElse(nameOrId);
  }

  private String tableName(String table) {
    return desk.fields().events(table).map(TableVersion::name).orElse(table);
  }

  private static boolean sameSubject(Condition a, Condition b) {
    boolean places = isPlace(a) && isPlace(b);
    return Objects.equals(Operators.field(a), Operators.field(b)) && subject(a).equals(subject(b))
        && (places || EventShape.table(a).isPresent() || Operators.field(a) != null
            || a.getClass().equals(b.getClass()));
  }

  private static boolean isPlace(Condition test) {
    return test instanceof Condition.Near || test instanceof Condition.InArea;
  }

  private static List<String> subject(Condition test) {
    return switch (test) {
      case Condition.InCluster in -> List.of(in.clustering());
      case Condition.InSegment in -> List.of(in.segment().name());
      case Condition.Consent consent -> List.of(consent.source());
      default -> EventShape.table(test).map(List::of).orElse(List.of());
    };
  }

  private void edit(Row next, boolean continues) {
    desk.model().replace(row.id(), next.test(), next.blanks(), continues);
  }

  private void toggleMissing() {
    edit(new Row(row.id(), Operators.includeMissing(row.test(), !Operators.includesMissing(row.test())),
        row.blanks()), false);
  }

  @Override
  public void count(@Nullable Outcome now) {
    outcome = now;
    counts.show(row, now);
    Optional<Evaluation.Row> counted = now == null ? Optional.empty() : now.counts(row.id());
    boolean wrong = counted.isPresent() && counted.get().error() != null;
    box.getChildren().remove(error);
    if (wrong) {
      error.setText(desk.text(Objects.requireNonNull(counted.get().error())));
      box.getChildren().add(error);
    }
    box.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), wrong);
  }

  @Override
  public void select(Chosen chosen) {
    box.pseudoClassStateChanged(SELECTED, chosen.holds(row.id()));
  }

  @Override
  public @Nullable CardView find(long id) {
    return id == row.id() ? this : null;
  }
}
