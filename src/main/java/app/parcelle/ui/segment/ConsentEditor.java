package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** What the entries of a ledger say of consent: the state, for which purpose and channel, and as of when. */
final class ConsentEditor implements ValueEditor {
  private static final List<ConsentState> STATES = List.of(ConsentState.values());

  private final Edits edits;
  private final MenuButton state;
  private final TextField purpose;
  private final TextField channel;
  private final CheckBox dated;
  private final DatePicker day;
  private final List<Node> parts;
  private Row row;
  private boolean showing;

  ConsentEditor(Desk desk, Row row, Edits edits) {
    this.edits = edits;
    this.row = row;
    state = Inputs.choice(STATES, test().state(), s -> desk.text("builder.consent." + Operators.id(s)), // keys: builder.consent.*
        s -> replace(s, test().purpose(), test().channel(), test().asOf()));
    state.setAccessibleText(desk.text("builder.consent.state"));
    purpose = Inputs.field("", 110,
        text -> replace(test().state(), orNone(text), test().channel(), test().asOf()));
    purpose.setPromptText(desk.text("builder.consent.anyPurpose"));
    purpose.setAccessibleText(desk.text("builder.consent.purpose"));
    channel = Inputs.field("", 110,
        text -> replace(test().state(), test().purpose(), orNone(text), test().asOf()));
    channel.setPromptText(desk.text("builder.consent.anyChannel"));
    channel.setAccessibleText(desk.text("builder.consent.channel"));
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

  private static void text(TextField field, @Nullable String value) {
    if (!field.isFocused()) {
      field.setText(value == null ? "" : value);
    }
  }

  private static @Nullable String orNone(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private Consent test() {
    return (Consent) row.test();
  }

  private void replace(ConsentState now, @Nullable String wanted, @Nullable String by,
      @Nullable LocalDate asOf) {
    edits.replace(new Row(row.id(), new Consent(test().source(), now, wanted, by, asOf), Set.of()), false);
  }
}
