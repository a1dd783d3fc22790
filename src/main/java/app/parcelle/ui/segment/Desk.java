package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.TableVersion;

/** What all parts of the builder's screen share. */
record Desk(SegmentViewModel model, AudienceViewModel audience, Distributions distributions,
    ListFiles files, KeptViewModel kept, Supplier<FieldCatalog> catalog,
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
      case Source.OfField(Field field, _) -> title(field);
      case Source.OfEvents(TableVersion table) -> table.name();
      case Source.OfSequence _ -> text("builder.source.sequence");
      case Source.OfPlaces(_, String name) -> text("builder.source.places", name);
      case Source.OfAreas(_, String name) -> text("builder.source.areas", name);
      case Source.OfConsent(TableVersion ledger) -> text("builder.source.consent", ledger.name());
      case Source.OfSegment(FieldRef segment) -> segment.name();
      case Source.OfChance() -> text("builder.source.chance");
      case Source.OfEveryone() -> text("builder.everyone");
    };
  }

  /** All that criteria can be made of. */
  PaletteList palette() {
    String own = model.saved().map(ProjectView.SavedSegment::id).orElse("");
    List<FieldRef> others = model.allSaved()
        .stream()
        .filter(saved -> !saved.id().equals(own))
        .map(saved -> new FieldRef(saved.segment().name(), saved.id()))
        .toList();
    return new PaletteList(FieldKind.sort(fields(), others), this::title);
  }

  /** The field whose values say how something spreads; for events how many each customer has. */
  Optional<Field> shape(Source source) {
    return switch (source) {
      case Source.OfField(Field field, _) -> Optional.of(field);
      case Source.OfEvents(TableVersion table) -> fields().fields()
          .stream()
          .filter(f -> f instanceof Field.OfTrait of && of.trait() == Trait.FREQUENCY
              && of.tableId().equals(table.tableId()))
          .findFirst();
      default -> Optional.empty();
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
