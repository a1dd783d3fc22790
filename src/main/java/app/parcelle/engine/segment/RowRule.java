package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/**
 * The small language that says which rows of a table count, such as {@code Quantity > 0 and UnitPrice > 0}; its grammar stands
 * in {@code src/docs/segment-format.md}. A rule becomes a {@link Condition} over the columns and means the same as one: a
 * missing value fails every test but the negative ones ({@code <>}, {@code not in}).
 */
public final class RowRule {
  private static final int DEPTH = 100;

  private final Map<String, ColumnType> columns;
  private final List<RowToken> tokens;
  private int next;
  private int depth;

  private RowRule(Map<String, ColumnType> columns, List<RowToken> tokens) {
    this.columns = columns;
    this.tokens = tokens;
  }

  /**
   * Reads a rule on rows with these columns, by name.
   *
   * @throws Problem whose first argument is the position of what is wrong, in characters counted from 1
   */
  public static Condition parse(String rule, Map<String, ColumnType> columns) {
    RowRule parser = new RowRule(columns, RowToken.all(rule));
    Condition condition = parser.either();
    if (parser.peek().kind() != RowToken.Kind.END) {
      throw parser.expected(Message.of("segment.row.end"));
    }
    return condition;
  }

  /** Reads a rule on the rows of a table. */
  public static Condition parse(String rule, TableVersion table) {
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      columns.put(column.name(), column.type());
    }
    return parse(rule, columns);
  }

  /**
   * The rule that reads as this condition.
   *
   * @throws IllegalArgumentException when the language has no words for it
   */
  public static String text(Condition condition) {
    return RowRuleText.of(condition);
  }

  private Condition either() {
    List<Condition> parts = new ArrayList<>(List.of(both()));
    while (take("or")) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
  }

  private Condition both() {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (take("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
  }

  private Condition one() {
    int at = peek().at();
    if (++depth > DEPTH) {
      throw new Problem(Message.of("segment.row.deep", at));
    }
    Condition condition;
    if (take("not")) {
      condition = new Not(one());
    } else if (take("(")) {
      condition = either();
      need(")");
    } else {
      condition = test();
    }
    depth--;
    return condition;
  }

  private Condition test() {
    RowToken name = peek();
    if (name.kind() != RowToken.Kind.NAME) {
      throw expected(Message.of("segment.row.column"));
    }
    next++;
    Map.Entry<String, ColumnType> column = column(name);
    FieldRef field = FieldRef.named(column.getKey());
    if (take("is")) {
      return known(field);
    }
    boolean not = take("not");
    if (take("in")) {
      return in(field, column.getValue(), not);
    }
    if (column.getValue().isText() && takeName("starts")) {
      return startsWith(field, not);
    }
    RowToken sign = peek();
    if (not || sign.kind() != RowToken.Kind.SIGN || "(),".contains(sign.text())) {
      throw expected(Message.of("segment.row.comparison"));
    }
    next++;
    return comparison(field, column.getValue(), sign);
  }

  /** The words are none of the language's own, so that columns may be called so. */
  private boolean takeName(String word) {
    boolean there = peek().kind() == RowToken.Kind.NAME && peek().text().equalsIgnoreCase(word);
    next += there ? 1 : 0;
    return there;
  }

  private Condition startsWith(FieldRef field, boolean not) {
    if (!takeName("with")) {
      throw expected(Message.of("segment.row.token", "with"));
    }
    Condition starts = new TextTest(field, TextOperator.STARTS_WITH,
        List.of(literal(RowToken.Kind.TEXT, Message.of("segment.row.text"))), false, false);
    return not ? new Not(starts) : starts;
  }

  private Map.Entry<String, ColumnType> column(RowToken name) {
    String folded = Folding.fold(name.text());
    Optional<Map.Entry<String, ColumnType>> found = columns.entrySet()
        .stream()
        .filter(c -> Folding.fold(c.getKey()).equals(folded))
        .findFirst();
    return found.orElseThrow(() -> new Problem(NearestName.of(name.text(), columns.keySet())
        .map(near -> Message.of("segment.row.unknownColumnNear", name.at(), name.text(), near))
        .orElseGet(() -> Message.of("segment.row.unknownColumn", name.at(), name.text()))));
  }

  private Condition known(FieldRef field) {
    boolean not = take("not");
    if (take("invalid")) {
      Condition invalid = new Known(field, Knowledge.INVALID);
      return not ? new Not(invalid) : invalid;
    }
    need("missing");
    return new Known(field, not ? Knowledge.KNOWN : Knowledge.UNKNOWN);
  }

  private Condition in(FieldRef field, ColumnType type, boolean not) {
    need("(");
    if (type.isText()) {
      List<String> values = new ArrayList<>();
      do {
        values.add(literal(RowToken.Kind.TEXT, Message.of("segment.row.text")));
      } while (take(","));
      need(")");
      return new TextTest(field, not ? TextOperator.IS_NONE_OF : TextOperator.IS_ONE_OF, values, false, not);
    }
    List<Condition> values = new ArrayList<>();
    RowToken equal = new RowToken(RowToken.Kind.SIGN, "=", peek().at());
    do {
      values.add(comparison(field, type, equal));
    } while (take(","));
    need(")");
    Condition any = values.size() == 1 ? values.getFirst() : new AnyOf(values);
    return not ? new Not(any) : any;
  }

  private Condition comparison(FieldRef field, ColumnType type, RowToken sign) {
    return switch (type) {
      case TEXT, IDENTIFIER -> text(field, type, sign);
      case WHOLE, DECIMAL -> new NumberTest(field, number(sign.text()),
          new BigDecimal(literal(RowToken.Kind.NUMBER, Message.of("segment.row.number"))), null,
          number(sign.text()).negative());
      case YES_NO -> yesNo(field, sign);
      case DATE, DATE_TIME -> date(field, sign.text());
    };
  }

  private Condition text(FieldRef field, ColumnType type, RowToken sign) {
    boolean not = number(sign.text()).negative();
    if (!not && !sign.text().equals("=")) {
      throw refused(field, sign, Message.of(
          type == ColumnType.TEXT ? "segment.type.text" : "segment.type.identifier"));
    }
    return new TextTest(field, not ? TextOperator.NOT_EQUALS : TextOperator.EQUALS,
        List.of(literal(RowToken.Kind.TEXT, Message.of("segment.row.text"))), false, not);
  }

  private Condition yesNo(FieldRef field, RowToken sign) {
    boolean not = number(sign.text()).negative();
    if (!not && !sign.text().equals("=")) {
      throw refused(field, sign, Message.of("segment.type.yesNo"));
    }
    boolean yes = take("yes") || take("true");
    if (!yes && !take("no") && !take("false")) {
      throw expected(Message.of("segment.row.yesNo"));
    }
    YesNoOperator operator = yes
        ? not ? YesNoOperator.IS_NOT_YES : YesNoOperator.IS_YES
        : not ? YesNoOperator.IS_NOT_NO : YesNoOperator.IS_NO;
    return new YesNoTest(field, operator, not);
  }

  private Condition date(FieldRef field, String sign) {
    RowToken token = peek();
    LocalDate day;
    try {
      day = LocalDate.parse(literal(RowToken.Kind.TEXT, Message.of("segment.row.day")));
    } catch (DateTimeException e) {
      throw new Problem(Message.of("segment.row.expected", token.at(), Message.of("segment.row.day")), e);
    }
    return switch (number(sign)) {
      case LESS -> new DateTest(field, new DateCriterion.Before(day), false);
      case AT_MOST -> new DateTest(field, new DateCriterion.Before(day.plusDays(1)), false);
      case AT_LEAST -> new DateTest(field, new DateCriterion.After(day.minusDays(1)), false);
      case GREATER -> new DateTest(field, new DateCriterion.After(day), false);
      case NOT_EQUAL -> new Not(new DateTest(field, new DateCriterion.On(day), false));
      default -> new DateTest(field, new DateCriterion.On(day), false);
    };
  }

  private static NumberOperator number(String sign) {
    return sign.equals("<>")
        ? NumberOperator.NOT_EQUAL
        : Spelling.NUMBER.read(sign).orElseThrow(() -> new IllegalStateException(sign));
  }

  private String literal(RowToken.Kind kind, Message what) {
    RowToken token = peek();
    if (token.kind() != kind) {
      throw expected(what);
    }
    next++;
    return token.text();
  }

  private RowToken peek() {
    return tokens.get(next);
  }

  private boolean take(String word) {
    boolean there = peek().is(word);
    if (there) {
      next++;
    }
    return there;
  }

  private void need(String word) {
    if (!take(word)) {
      throw expected(Message.of("segment.row.token", word));
    }
  }

  private Problem expected(Message what) {
    return new Problem(Message.of("segment.row.expected", peek().at(), what));
  }

  private static Problem refused(FieldRef field, RowToken sign, Message type) {
    return new Problem(Message.of("segment.row.operator", sign.at(), field.name(), type, sign.text()));
  }
}
