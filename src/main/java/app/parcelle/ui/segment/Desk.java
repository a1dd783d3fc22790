package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;

/** What all parts of the builder's screen share. */
record Desk(SegmentViewModel model, AudienceViewModel audience, Distributions distributions,
    Supplier<FieldCatalog> catalog,
    Texts texts, Figures figures, Dragging dragging) {

  /** What the project now holds. */
  FieldCatalog fields() {
    return catalog.get();
  }

  CardEdits cards() {
    return model.cards();
  }

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String text(Message message) {
    return texts.text(message);
  }

  String title(Field field) {
    return new FieldNames(fields(), texts).title(field);
  }

  String title(Source source) {
    return switch (source) {
      case Source.OfField(Field field) -> title(field);
      case Source.OfEvents events -> events.table().name();
    };
  }

  List<Sentence.Span> sentence(Segment segment) {
    return Sentence.spans(segment, fields(), texts);
  }

  /** A condition by itself, in words. */
  String clause(Condition condition) {
    return Sentence.clause(condition, fields(), texts);
  }

  /** The day that the counts are as of. */
  LocalDate today() {
    Outcome outcome = model.outcome().get();
    return outcome == null ? LocalDate.EPOCH : outcome.evaluation().asOf();
  }
}
