package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.ConsentColumns;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** What the entries of a ledger say of consent: the state, for which purpose and channel, and as of when. */
final class ConsentEditor implements ValueEditor {
  private static final List<ConsentState> STATES = List.of(ConsentState.values());

  private static final String ANY = "";
  private static final double WORDS = 130;

  private final Desk desk;
  private final Edits edits;
  private final MenuButton state;
  private final ComboBox<String> purpose;
  private final ComboBox<String> channel;
  private final CheckBox dated;
  private final DatePicker day;
  private final List<Node> parts;
  private Row row;
  private boolean showing;

  ConsentEditor(Desk desk, Row row, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.row = row;
    state = Inputs.choice(STATES, test().state(), s -> desk.text("builder.consent." + Operators.id(s)), // keys: builder.consent.*
        s -> replace(s, test().purpose(), test().channel(), test().asOf()));
    state.setAccessibleText(desk.text("builder.consent.state"));
    Optional<TableVersion> ledger = desk.fields().events(test().source());
    purpose = words(desk.text("builder.consent.purpose"), desk.text("builder.consent.anyPurpose"),
        text -> replace(test().state(), text, test().channel(), test().asOf()));
    channel = words(desk.text("builder.consent.channel"), desk.text("builder.consent.anyChannel"),
        text -> replace(test().state(), test().purpose(), text, test().asOf()));
    dated = new CheckBox(desk.text("builder.consent.asOf"));
    day = Inputs.day(desk.today(), desk);
    day.visibleProperty().bind(dated.selectedProperty());
    day.managedProperty().bind(dated.selectedProperty());
    dated.setOnAction(_ -> replace(test().state(), test().purpose(), test().channel(),
        dated.isSelected() ? day.getValue() : null));
    day.valueProperty().addListener((_, _, picked) -> {
      if (picked != null && dated.isSelected() && !showing) {
        replace(test().state(), test().purpose(), test().channel(), picked);
      }
    });
    parts = List.of(state, purpose, channel, Parts.line(6, dated, day));
    show(row);
    ledger.ifPresent(table -> {
      ConsentColumns.purpose(table).ifPresent(column -> offer(purpose, table, column));
      ConsentColumns.channel(table).ifPresent(column -> offer(channel, table, column));
    });
  }

  /** To choose or to type; nothing for any. */
  private ComboBox<String> words(String name, String any, Consumer<@Nullable String> change) {
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.setPrefWidth(WORDS);
    box.setMinWidth(WORDS);
    box.setPromptText(any);
    box.setAccessibleText(name);
    box.setCellFactory(_ -> new ListCell<>() {
      @Override
      protected void updateItem(String word, boolean empty) {
        super.updateItem(word, empty);
        setText(empty || word == null ? null : word.isEmpty() ? any : word);
      }
    });
    box.valueProperty().addListener((_, _, word) -> {
      if (!showing) {
        change.accept(orNone(word));
      }
    });
    return box;
  }

  /** The words that the ledger holds, the most frequent first, below the one for any. */
  private void offer(ComboBox<String> box, TableVersion ledger, Column column) {
    desk.distributions().of(ledger, column, found -> {
      showing = true;
      String word = box.getValue();
      box.getItems().setAll(ANY);
      found.of(false).stream().map(ValueCount::text).forEach(box.getItems()::add);
      box.setValue(word);
      showing = false;
    });
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof Consent test)) {
      return false;
    }
    row = now;
    showing = true;
    Inputs.choose(state, STATES.indexOf(test.state()));
    text(purpose, test.purpose());
    text(channel, test.channel());
    dated.setSelected(test.asOf() != null);
    if (test.asOf() != null) {
      day.setValue(test.asOf());
    }
    showing = false;
    return true;
  }

  /** What is being typed stays until it is another word. */
  private static void text(ComboBox<String> box, @Nullable String word) {
    if (!Objects.equals(orNone(box.getValue()), word)) {
      box.setValue(word);
    }
  }

  private static @Nullable String orNone(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private Consent test() {
    return (Consent) row.test();
  }

  private void replace(ConsentState now, @Nullable String wanted, @Nullable String by,
      @Nullable LocalDate asOf) {
    edits.replace(new Row(row.id(), new Consent(test().source(), now, wanted, by, asOf), Set.of()), false);
  }
}
