package app.parcelle.ui.overlap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;

/** How those only in one of two segments differ from all who are in only one of them, in a sentence a field. */
record DistinctionWords(Texts texts, FieldCatalog fields, String segment) {
  String of(Distinction one) {
    String title = new FieldNames(fields, texts).title(one.field());
    Value value = one.value();
    if (value != null) {
      return texts.text("overlap.apart.share", title, said(value), one.members(), segment, one.everyone());
    }
    return one.field().type().isDate()
        ? texts.text("overlap.apart.date", title, day(one.members()), segment, day(one.everyone()))
        : texts.text("overlap.apart.mean", title, one.members(), segment, one.everyone());
  }

  private String said(Value value) {
    return switch (value) {
      case Value.OfText(String text) -> text;
      case Value.OfNumber(var number) -> texts.text("split.part.number", number);
      case Value.OfYesNo(boolean yes) -> texts.text(yes ? "split.part.yes" : "split.part.no");
      case Value.OfDate(LocalDate date) -> day((double) date.toEpochDay());
      case Value.OfInstant(var instant) -> instant.toString();
      case Value.InWords(var words) -> texts.text(words);
    };
  }

  private String day(double sinceEpoch) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .format(LocalDate.ofEpochDay(Math.round(sinceEpoch)));
  }
}
