package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Not;

/**
 * A rule as a sentence that a marketer reads: "Customers who placed at least 2 orders in the last 365 days, and whose
 * Country is “France” — except those who …". It holds everything the rule says; groups within groups stand in parentheses, so
 * that and and or cannot be misread. A rule that does not fit its fields, or names none, still reads as it is written.
 */
public final class Sentence {
  private final FieldCatalog catalog;
  private final Texts texts;
  private final Clauses clauses;

  private Sentence(FieldCatalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
    this.clauses = Clauses.ofCustomers(catalog, texts);
  }

  /** How a stretch of the sentence is to be set. */
  public enum Emphasis {
    PLAIN, STRONG, EXCLUSION
  }

  /** A stretch of the sentence; all of them one after the other are the sentence. */
  public record Span(String text, Emphasis emphasis) {}

  public static String of(Segment segment, FieldCatalog catalog, Texts texts) {
    return Marks.plain(new Sentence(catalog, texts).segment(segment));
  }

  public static String of(@Nullable Condition rule, FieldCatalog catalog, Texts texts) {
    return Marks.plain(new Sentence(catalog, texts).rule(rule));
  }

  public static List<Span> spans(Segment segment, FieldCatalog catalog, Texts texts) {
    return Marks.spans(new Sentence(catalog, texts).segment(segment));
  }

  public static List<Span> spans(@Nullable Condition rule, FieldCatalog catalog, Texts texts) {
    return Marks.spans(new Sentence(catalog, texts).rule(rule));
  }

  /** One condition by itself, as the row of a funnel names it: "who placed at least 2 orders in the last 365 days". */
  public static String clause(Condition condition, FieldCatalog catalog, Texts texts) {
    return Marks.plain(new Sentence(catalog, texts).clauses.clause(Shape.of(condition)));
  }

  /** What a condition is about, in a word or two, as the title of its row: "Average basket", "E-mails → Orders". */
  public static String title(Condition condition, FieldCatalog catalog, Texts texts) {
    return new Titles(catalog, texts).title(condition);
  }

  private String segment(Segment segment) {
    Limit limit = segment.limit();
    String rule = rule(segment.rule())
        + (limit == null ? "" : " " + new CustomerWords(catalog, texts).limit(limit));
    return segment.reference() instanceof Segment.Reference.Fixed(var day)
        ? rule + " " + texts.text("sentence.asOf", new Words(texts).day(day))
        : rule;
  }

  private String rule(@Nullable Condition rule) {
    if (rule == null) {
      return texts.text("sentence.nobody");
    }
    Condition shape = Shape.of(rule);
    List<Condition> wanted = new ArrayList<>();
    List<Condition> excluded = new ArrayList<>();
    for (Condition part : shape instanceof AllOf(var children) && !children.isEmpty()
        ? children
        : List.of(shape)) {
      if (part instanceof Not(Condition child)) {
        excluded.add(child);
      } else if (!(part instanceof Everyone)) {
        wanted.add(part);
      }
    }
    return texts.text("sentence.end", who(wanted) + exceptions(excluded));
  }

  private String who(List<Condition> wanted) {
    if (wanted.isEmpty()) {
      return texts.text("sentence.everyone");
    }
    if (wanted.size() == 1 && wanted.getFirst() instanceof AnyOf(var children) && !children.isEmpty()) {
      return texts.text("sentence.customers",
          String.join(texts.text("sentence.or.wide"), clauses.each(children)));
    }
    return texts.text("sentence.customers",
        String.join(texts.text("sentence.and.wide"), clauses.each(wanted)));
  }

  private String exceptions(List<Condition> excluded) {
    if (excluded.isEmpty()) {
      return "";
    }
    String except = Marks.exclusion(texts.text("sentence.except"));
    List<String> those = excluded.size() == 1
        ? List.of(clauses.bare(excluded.getFirst()))
        : clauses.each(excluded);
    return " — " + String.join(texts.text("sentence.and.wide"),
        those.stream().map(clause -> texts.text("sentence.exceptThose", except, clause)).toList());
  }
}
