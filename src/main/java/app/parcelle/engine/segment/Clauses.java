package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/**
 * Conditions as clauses: of customers ("whose Country is “France”") or, within a where, of rows ("Quantity is more than 0").
 *
 * @param subject what a field is called
 * @param ofRows whether the clauses speak of rows
 */
record Clauses(FieldCatalog catalog, Texts texts, Function<FieldRef, String> subject, boolean ofRows) {
  static Clauses ofCustomers(FieldCatalog catalog, Texts texts) {
    return new Clauses(catalog, texts, new FieldNames(catalog, texts)::subject, false);
  }

  static Clauses ofRows(FieldCatalog catalog, Texts texts) {
    FieldNames names = new FieldNames(catalog, texts);
    return new Clauses(catalog, texts, ref -> names.column(ref.name()), true);
  }

  List<String> each(List<Condition> conditions) {
    return conditions.stream().map(this::clause).toList();
  }

  /** The clause of a condition; a group stands in parentheses. */
  String clause(Condition condition) {
    return switch (condition) {
      case AllOf _,AnyOf _ -> "(" + bare(condition) + ")";
      case Not(Condition child) -> texts.text(ofRows ? "sentence.row.not" : "sentence.notAmong",
          ofRows ? bare(child) : clause(child));
      case Everyone() -> texts.text(ofRows ? "sentence.row.any" : "sentence.inBase");
      case Known test -> of(test.field(), new Predicates(texts).known(test.knowledge()));
      case TextTest test -> of(test.field(), new Predicates(texts).text(test));
      case NumberTest test -> of(test.field(), new Predicates(texts).number(test, inDays(test.field())));
      case YesNoTest test -> of(test.field(), new Predicates(texts).yesNo(test));
      case DateTest test -> of(test.field(), new Predicates(texts).date(test, subject));
      case EventTest test -> new EventWords(catalog, texts).test(test);
      case Never test -> new EventWords(catalog, texts).never(test);
      case ListTest test -> of(test.field(), new Predicates(texts).list(test));
      case ListSize test -> of(test.field(), new Predicates(texts).size(test));
      case EventDateTest test -> new EventWords(catalog, texts).date(test);
      case EventRelation test -> new EventWords(catalog, texts).relation(test);
      case EventTrend test -> new TrendWords(catalog, texts).trend(test);
      case EventShare test -> new EventWords(catalog, texts).share(test);
      case Sequence test -> new SequenceWords(catalog, texts).sequence(test);
      case StepTest test -> new SequenceWords(catalog, texts).stepTest(test);
      case Occurrence(boolean first) -> texts.text(first ? "sentence.row.first" : "sentence.row.repeated");
      case Ranked test -> new CustomerWords(catalog, texts).ranked(test);
      case InBand test -> new CustomerWords(catalog, texts).band(test);
      case Near test -> new CustomerWords(catalog, texts).near(test);
      case InArea test -> new CustomerWords(catalog, texts).inside(test);
      case Consent test -> new CustomerWords(catalog, texts).consent(test);
      case InCluster test -> new CustomerWords(catalog, texts).cluster(test);
      case InSegment test -> new CustomerWords(catalog, texts).segment(test);
      case RandomSample test -> new CustomerWords(catalog, texts).sample(test);
    };
  }

  /** As {@link #clause}, without parentheses around a group. */
  String bare(Condition condition) {
    return switch (condition) {
      case AllOf(List<Condition> children) when children.isEmpty() -> texts.text("sentence.empty");
      case AnyOf(List<Condition> children) when children.isEmpty() -> texts.text("sentence.empty");
      case AllOf(List<Condition> children) -> all(children);
      case AnyOf(List<Condition> children) -> String.join(texts.text("sentence.or"), each(children));
      default -> clause(condition);
    };
  }

  private String all(List<Condition> children) {
    List<Condition> wanted = new ArrayList<>();
    List<String> exceptions = new ArrayList<>();
    for (Condition child : children) {
      if (child instanceof Not(Condition excluded)) {
        exceptions.add(", " + (ofRows
            ? texts.text("sentence.row.unless", clause(excluded))
            : texts.text("sentence.exceptThose", texts.text("sentence.except"), clause(excluded))));
      } else {
        wanted.add(child);
      }
    }
    return wanted.isEmpty()
        ? new Words(texts).and(each(children))
        : new Words(texts).and(each(wanted)) + String.join("", exceptions);
  }

  private String of(FieldRef field, String predicate) {
    String said = subject.apply(field) + " " + predicate;
    return ofRows ? said : texts.text("sentence.whose", Marks.strong(said));
  }

  private boolean inDays(FieldRef field) {
    return !ofRows && catalog.find(field)
        .filter(f -> f instanceof Field.OfTrait trait
            && (trait.trait() == Trait.RECENCY || trait.trait() == Trait.TENURE))
        .isPresent();
  }
}
