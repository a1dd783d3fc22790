package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** What a test says of its field: "is at least 60 days", "is none of …". */
record Predicates(Texts texts) {
  private static final int MOST_VALUES = 12;
  private static final int FIRST_VALUES = 5;

  String known(Knowledge knowledge) {
    return switch (knowledge) {
      case KNOWN -> texts.text("sentence.is.known");
      case UNKNOWN -> texts.text("sentence.is.unknown");
      case INVALID -> texts.text("sentence.is.invalid");
    };
  }

  String text(TextTest test) {
    Words words = new Words(texts);
    List<String> quoted = named(test.values());
    boolean neither = test.operator() == TextOperator.IS_NONE_OF && quoted.size() > 1;
    String said = neither
        ? texts.text("sentence.neither", String.join(texts.text("sentence.nor"), quoted))
        // keys: sentence.text.*
        : texts.text("sentence.text." + id(test.operator()), words.or(quoted));
    return said + exact(test.exact()) + missing(test.includeMissing(), test.operator().negative());
  }

  String list(ListTest test) {
    Words words = new Words(texts);
    List<String> quoted = named(test.values());
    boolean many = quoted.size() > 1;
    String said = switch (test.operator()) {
      case ANY_OF -> texts.text("sentence.list.any", words.or(quoted));
      case ALL_OF -> texts.text(many ? "sentence.list.all" : "sentence.list.any", words.and(quoted));
      case NONE_OF -> many
          ? texts.text("sentence.list.none", String.join(texts.text("sentence.nor"), quoted))
          : texts.text("sentence.list.not", words.or(quoted));
      case NOT_ALL_OF ->
        texts.text(many ? "sentence.list.notAll" : "sentence.list.not", words.and(quoted));
    };
    return said + exact(test.exact()) + missing(test.includeMissing(), test.operator().negative());
  }

  /** The values; of a long list, which a person would not read to its end, the first ones and how many others. */
  private List<String> named(List<String> values) {
    Words words = new Words(texts);
    int shown = values.size() > MOST_VALUES ? FIRST_VALUES : values.size();
    Stream<String> quoted = values.stream().limit(shown).map(words::quoted);
    return shown == values.size()
        ? quoted.toList()
        : Stream.concat(quoted, Stream.of(texts.text("sentence.otherValues", values.size() - shown)))
            .toList();
  }

  String size(ListSize test) {
    String zero = holds(test.operator(), BigDecimal.ZERO, test.value(), test.second())
        ? texts.text("sentence.includingNone")
        : "";
    return texts.text("sentence.list.size",
        quantity(test.operator(), test.value(), test.second(), "sentence.values", "") + zero);
  }

  private String exact(boolean exact) {
    return exact ? texts.text("sentence.exact") : "";
  }

  String number(NumberTest test, boolean days) {
    return number(test.operator(), test.value(), test.second(), days)
        + missing(test.includeMissing(), test.operator().negative());
  }

  String number(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second, boolean days) {
    Words words = new Words(texts);
    boolean two = operator.needsTwo() && second != null;
    // keys: sentence.number.*
    return texts.text("sentence.number." + id(operator),
        days && !two ? words.days(value) : words.number(value),
        second == null ? "" : days ? words.days(second) : words.number(second));
  }

  /**
   * So many of something: "at least 2 orders".
   *
   * @param noun text key of the noun, whose first argument says whether it is one, and whose second is {@code name}
   */
  String quantity(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second, String noun,
      String name) {
    Words words = new Words(texts);
    BigDecimal counted = operator == NumberOperator.NOT_EQUAL
        ? BigDecimal.TWO
        : second == null ? value : second;
    // keys: sentence.count.*
    return texts.text("sentence.count." + id(operator), words.number(value),
        texts.text(noun, counted, name), second == null ? "" : words.number(second));
  }

  /** Whether a number passes a comparison. */
  static boolean holds(NumberOperator operator, BigDecimal number, BigDecimal value,
      @Nullable BigDecimal second) {
    return new Possible(number, number, false).meets(operator, value, second == null ? value : second)
        && (operator != NumberOperator.NOT_EQUAL || number.compareTo(value) != 0);
  }

  String yesNo(YesNoTest test) {
    // keys: sentence.yesNo.*
    return texts.text("sentence.yesNo." + id(test.operator()))
        + missing(test.includeMissing(), test.operator().negative());
  }

  String date(DateTest test, Function<FieldRef, String> subject) {
    return new CriterionWords(texts, subject).criterion(test.criterion())
        + missing(test.includeMissing(), false);
  }

  private String missing(boolean include, boolean negative) {
    if (include) {
      return texts.text("sentence.includingMissing");
    }
    return negative ? texts.text("sentence.excludingMissing") : "";
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
