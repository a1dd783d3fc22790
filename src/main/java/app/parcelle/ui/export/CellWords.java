package app.parcelle.ui.export;

import java.time.ZoneId;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.message.Texts;

/** Values as the cells of the list will show them. */
record CellWords(Texts texts, ZoneId zone) {
  /** The value of a customer; empty where it is missing. */
  String of(FieldColumn column, int customer) {
    return switch (column.at(customer)) {
      case null -> "";
      case Value.OfText(String text) -> text;
      case Value.OfNumber(var number) -> column.field().scale() == 0
          ? texts.text("exports.value.whole", number)
          : texts.text("exports.value.decimal", number);
      case Value.OfYesNo(boolean yes) -> texts.text(yes ? "export.list.yes" : "export.list.no");
      case Value.OfDate(var date) -> texts.text("exports.value.date", date);
      case Value.OfInstant(var instant) -> texts.text("exports.value.instant", instant.atZone(zone));
      case Value.InWords(var words) -> texts.text(words);
    };
  }
}
