package app.parcelle.engine.intake;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.SaleJson;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * Import options as JSON: what an import template and a recipe keep. Only what a person has said is written. Reading is
 * strict: an unknown part is refused, and named by its JSON Pointer.
 *
 * <pre>{"version": 1, "table": "Orders", "delimiter": ";", "quote": "\"", "encoding": "UTF-8", "headerRows": 1,
 *  "types": {"CustomerID": "identifier"}, "roles": {"CustomerID": "customer-key"},
 *  "meanings": {"Price": "money:EUR"}, "formats": {"When": "MM/dd/yyyy"}, "countsWhen": "Quantity &gt; 0",
 *  "links": [{"column": "Product", "table": "Products", "to": "sku"}], "sale": {"returns": "subtract"},
 *  "mostRejected": "1%"}</pre>
 */
public final class ImportTemplate {
  public static final int VERSION = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final Set<String> PARTS = Set.of("version", "table", "part", "delimiter", "quote",
      "escape", "comment", "encoding", "skipLines", "header", "headerRows", "widths", "allText", "types",
      "roles", "meanings", "formats", "countsWhen", "links", "sale", "mostRejected", "preset");

  private static final String NONE = "none";

  private ImportTemplate() {}

  public static ObjectNode write(ImportOptions options) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", VERSION);
    put(json, "table", options.table());
    write(json, options.text());
    put(json, "types", options.types(), ImportTemplate::id);
    put(json, "roles", options.roles(), Role::id);
    put(json, "meanings", options.meanings(), Meaning::id);
    put(json, "formats", options.formats(), Function.identity());
    put(json, "countsWhen", options.countsWhen());
    LinkJson.write(json, options.links());
    if (options.sale() != null) {
      json.set("sale", SaleJson.write(options.sale()));
    }
    put(json, "mostRejected", options.mostRejected());
    put(json, "preset", options.preset());
    return json;
  }

  private static void write(ObjectNode json, TextOptions text) {
    put(json, "part", text.part());
    put(json, "delimiter", text.delimiter());
    put(json, "quote", shown(text.quote()));
    put(json, "escape", shown(text.escape()));
    put(json, "comment", text.comment());
    put(json, "encoding", text.encoding() == null ? null : text.encoding().name());
    if (text.skipLines() != null) {
      json.put("skipLines", text.skipLines());
    }
    if (text.headerRows() != null) {
      json.put("headerRows", text.headerRows());
    }
    if (!text.widths().isEmpty()) {
      text.widths().forEach(json.putArray("widths")::add);
    }
    if (text.allText()) {
      json.put("allText", true);
    }
  }

  public static String writeText(ImportOptions options) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(write(options));
  }

  /** @throws Problem when the text is no JSON, or no template */
  public static ImportOptions readText(String text) {
    try {
      return read(MAPPER.readTree(text));
    } catch (JacksonException e) {
      throw bad("JSON", "/");
    }
  }

  /** @throws Problem when the JSON is no template, or one of a later version */
  public static ImportOptions read(JsonNode json) {
    if (!json.isObject()) {
      throw bad("{}", "/");
    }
    for (String name : json.propertyNames()) {
      if (!PARTS.contains(name)) {
        throw bad(name, pointer(name));
      }
    }
    JsonNode version = json.get("version");
    if (version == null || !version.isIntegralNumber() || version.asInt() < 1) {
      throw bad("version", "/version");
    }
    if (version.asInt() > VERSION) {
      throw new Problem(Message.of("intake.newer-template", version.asInt()));
    }
    return new ImportOptions(text(json, "table"), readText(json), map(json, "types", ImportTemplate::type),
        map(json, "roles", ImportTemplate::role), map(json, "meanings", Meaning::ofId),
        map(json, "formats", said -> said.isEmpty() ? null : said),
        text(json, "countsWhen"), LinkJson.read(json),
        json.has("sale") ? SaleJson.read(json.get("sale"), "/sale") : null, limit(json),
        text(json, "preset"));
  }

  private static @Nullable RejectLimit limit(JsonNode json) {
    String said = text(json, "mostRejected");
    RejectLimit limit = said == null ? null : RejectLimit.of(said);
    if (said != null && limit == null) {
      throw bad(said, "/mostRejected");
    }
    return limit;
  }

  private static TextOptions readText(JsonNode json) {
    Integer headerRows = count(json, "headerRows");
    if (json.has("header")) {
      if (headerRows != null || !json.get("header").isBoolean()) {
        throw bad("header", "/header");
      }
      headerRows = json.get("header").booleanValue() ? 1 : 0;
    }
    return new TextOptions(text(json, "part"), filled(json, "delimiter"), sign(json, "quote"),
        sign(json, "escape"), filled(json, "comment"), encoding(json), count(json, "skipLines"), headerRows,
        widths(json), flag(json, "allText"));
  }

  /** The name of a type in the command line, recipes and answers, such as {@code date-time}. */
  public static String id(ColumnType type) {
    return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  private static <T> void put(ObjectNode json, String name, Map<String, T> values, Function<T, String> id) {
    if (!values.isEmpty()) {
      ObjectNode inner = json.putObject(name);
      new TreeMap<>(values).forEach((column, value) -> inner.put(column, id.apply(value)));
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw bad(name, pointer(name));
    }
    return value.stringValue();
  }

  private static @Nullable Character sign(JsonNode json, String name) {
    String text = text(json, name);
    if (text == null) {
      return null;
    }
    if (text.equals(NONE)) {
      return TextOptions.NONE;
    }
    if (text.length() != 1) {
      throw bad(text, pointer(name));
    }
    return text.charAt(0);
  }

  private static @Nullable Object shown(@Nullable Character sign) {
    return sign != null && sign == TextOptions.NONE ? NONE : sign;
  }

  private static @Nullable Charset encoding(JsonNode json) {
    String name = text(json, "encoding");
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw bad(String.valueOf(name), "/encoding");
    }
  }

  private static @Nullable String filled(JsonNode json, String name) {
    String text = text(json, name);
    if (text != null && text.isEmpty()) {
      throw bad(name, pointer(name));
    }
    return text;
  }

  private static @Nullable Integer count(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw bad(name, pointer(name));
    }
    return value.intValue();
  }

  private static boolean flag(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value != null && !value.isBoolean()) {
      throw bad(name, pointer(name));
    }
    return value != null && value.booleanValue();
  }

  private static List<Integer> widths(JsonNode json) {
    JsonNode values = json.get("widths");
    List<Integer> widths = new ArrayList<>();
    if (values == null) {
      return widths;
    }
    if (!values.isArray()) {
      throw bad("widths", "/widths");
    }
    for (JsonNode value : values) {
      if (!value.isInt() || value.intValue() < 1) {
        throw bad(value.toString(), "/widths/" + widths.size());
      }
      widths.add(value.intValue());
    }
    return widths;
  }

  private static <T> Map<String, T> map(JsonNode json, String name, Function<String, @Nullable T> value) {
    JsonNode inner = json.get(name);
    Map<String, T> values = new LinkedHashMap<>();
    if (inner == null) {
      return values;
    }
    if (!inner.isObject()) {
      throw bad(name, pointer(name));
    }
    for (String column : inner.propertyNames()) {
      JsonNode said = inner.get(column);
      T known = said.isString() ? value.apply(said.stringValue()) : null;
      if (known == null) {
        throw bad(said.isString() ? said.stringValue() : column, pointer(name) + pointer(column));
      }
      values.put(column, known);
    }
    return values;
  }

  private static @Nullable ColumnType type(String id) {
    return first(Arrays.asList(ColumnType.values()), t -> id(t).equals(id));
  }

  private static @Nullable Role role(String id) {
    return first(Arrays.asList(Role.values()), r -> r.id().equals(id));
  }

  private static <T> @Nullable T first(List<T> all, java.util.function.Predicate<T> wanted) {
    for (T one : all) {
      if (wanted.test(one)) {
        return one;
      }
    }
    return null;
  }

  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static Problem bad(String what, String pointer) {
    return new Problem(Message.of("intake.bad-template", what, pointer));
  }
}
