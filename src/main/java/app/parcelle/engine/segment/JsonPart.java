package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A part of a document with the JSON Pointer to it. Each reading says what it expects and is refused with both where the
 * document holds something else.
 */
public record JsonPart(JsonNode node, String pointer) {
  /** Digits that a number may have on either side of the point: far beyond any column, yet cheap to compute with. */
  private static final int DIGITS = 40;

  public boolean has(String name) {
    return node.has(name);
  }

  public JsonPart part(String name) {
    JsonNode child = node.get(name);
    if (child == null) {
      throw new Problem(Message.of("segment.json.missing", under(name)));
    }
    return new JsonPart(child, under(name));
  }

  public @Nullable JsonPart optional(String name) {
    return has(name) ? part(name) : null;
  }

  /** Refuses anything but an object, and any part of it that is not among these. */
  public JsonPart only(String... names) {
    Set<String> allowed = new LinkedHashSet<>(List.of(names));
    for (String name : object().node.propertyNames()) {
      if (!allowed.contains(name)) {
        throw new Problem(Message.of("segment.json.unknown", under(name), String.join(", ", allowed)));
      }
    }
    return this;
  }

  public JsonPart object() {
    if (!node.isObject()) {
      throw expected(Message.of("segment.expected.object"));
    }
    return this;
  }

  public List<JsonPart> items() {
    if (!node.isArray()) {
      throw expected(Message.of("segment.expected.list"));
    }
    List<JsonPart> items = new ArrayList<>();
    for (JsonNode item : node.values()) {
      items.add(new JsonPart(item, pointer + "/" + items.size()));
    }
    return items;
  }

  public String text() {
    if (!node.isString()) {
      throw expected(Message.of("segment.expected.text"));
    }
    return node.stringValue();
  }

  public boolean flag() {
    if (!node.isBoolean()) {
      throw expected(Message.of("segment.expected.flag"));
    }
    return node.booleanValue();
  }

  public BigDecimal number() {
    if (!node.isNumber()) {
      throw expected(Message.of("segment.expected.number"));
    }
    BigDecimal number = node.decimalValue();
    if (Math.abs((long) number.scale()) > DIGITS || number.precision() - (long) number.scale() > DIGITS) {
      throw expected(Message.of("segment.expected.shorter", DIGITS));
    }
    return number;
  }

  public int whole(int least, int most) {
    boolean fits = node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least
        && node.intValue() <= most;
    if (!fits) {
      throw expected(Message.of("segment.expected.whole", least, most));
    }
    return node.intValue();
  }

  public LocalDate day() {
    if (node.isString()) {
      try {
        return LocalDate.parse(node.stringValue());
      } catch (DateTimeException e) {
        throw expected(Message.of("segment.expected.day"), e);
      }
    }
    throw expected(Message.of("segment.expected.day"));
  }

  public ZoneId zone() {
    try {
      return ZoneId.of(text());
    } catch (DateTimeException e) {
      throw expected(Message.of("segment.expected.zone"), e);
    }
  }

  <E extends Enum<E>> E oneOf(Spelling<E> spelling) {
    String word = node.isString() ? node.stringValue() : "";
    return spelling.read(word).orElseThrow(() -> expectedOneOf(spelling.all()));
  }

  public Problem expectedOneOf(List<String> words) {
    return expected(Message.of("segment.expected.oneOf", String.join(", ", words)));
  }

  public Problem expected(Message what) {
    return new Problem(Message.of("segment.json.expected", pointer, what));
  }

  public Problem expected(Message what, Throwable cause) {
    return new Problem(Message.of("segment.json.expected", pointer, what), cause);
  }

  private String under(String name) {
    return pointer + "/" + SegmentPaths.escape(name);
  }
}
