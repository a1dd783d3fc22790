package app.parcelle.engine.intake.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.ColumnType;

class JsonSourceTest {
  private static final String ORDERS = """
      {"number": "A-1", "customer": {"id": "C1", "city": "Paris"}, "items": [
        {"sku": "x", "quantity": 1}, {"sku": "y", "quantity": 2, "gift": true}]}
      {"number": "A-2", "customer": {"id": "C2"}, "items": []}
      {"items": [{"sku": "z"}], "number": "A-3", "customer": {"id": "C1"}}
      """;

  private static TextSource source(byte[] json, @Nullable String part, @Nullable Charset encoding) {
    return Sources.of(TestFiles.of(json, ".json"),
        TextOptions.FOUND.withPart(part).withEncoding(encoding));
  }

  private static ReadBack read(String json) {
    return read(json, null);
  }

  private static ReadBack read(String json, @Nullable String part) {
    return ReadBack.of(source(json.getBytes(UTF_8), part, null), ImportOptions.FOUND);
  }

  private static List<String> names(ReadBack read) {
    return read.result().columns().stream().map(c -> c.name()).toList();
  }

  private static List<String> parts(String json) {
    try (TextSource source = source(json.getBytes(UTF_8), null, null)) {
      return source.parts();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(Message expected, String json) {
    Message said = assertThrows(Problem.class, () -> read(json)).message();
    assertEquals(expected.key(), said.key());
    assertEquals(expected.args(), said.args().subList(1, said.args().size()));
    assertFalse(new Texts(Locale.FRENCH).text(said).isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\": 1, \"name\": \"a\"}, {\"id\": 2, \"name\": null}]",
      "{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2, \"name\": null}\n",
      "{\"id\": 1, \"name\": \"a\"}{\"id\": 2}",
      "[{\"id\": 1, \"name\": \"a\"}] [{\"name\": \"\", \"id\": 2}]",
      "{\"count\": 2, \"data\": {\"customers\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": 2}]}, \"more\": false}",
      "\n  [\n{\"id\": 1, \"name\": \"a\"},null,{\"id\": 2}]"})
  void theSameRowsInEachArrangement(String json) {
    ReadBack read = read(json);
    assertEquals(List.of("id", "name"), names(read));
    assertEquals(List.of(List.of("1", "a"), List.of("2", "-")), read.rows);
  }

  @Test
  void keysThatAppearLateAreColumnsOfAllRows() {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      json.append("{\"id\": \"").append("some text of a row ").append(i).append("\"}\n");
    }
    ReadBack read = read(json + "{\"id\": \"last\", \"late\": {\"at\": \"2026-10-31\"}}");
    assertEquals(List.of("id", "late.at"), names(read));
    assertEquals(50_001, read.rows.size());
    assertEquals(List.of("last", "2026-10-31"), read.rows.getLast());
    assertEquals("-", read.rows.getFirst().getLast());
  }

  @Test
  void valuesKeepWhatTheyAre() {
    ReadBack read = read(
        """
            [{"n": 12345678901234567.25, "b": true, "d": "2026-10-31T18:00:00", "t": "null", "zero": "007", "e": 1e3},
             {"n": -0.5, "b": false, "d": null, "t": "x, \\"y\\"\\nz", "zero": "010", "e": 2},
             {"n": NaN, "d": "", "t": "é\\u20ac", "zero": "100", "e": 3}]
            """);
    assertEquals(List.of("12345678901234567.25", "-0.50", "-"), read.values("n"));
    assertEquals(List.of("yes", "no", "-"), read.values("b"));
    assertEquals(List.of("2026-10-31T17:00:00Z", "-", "-"), read.values("d"));
    assertEquals(List.of("null", "x, \"y\"\nz", "é€"), read.values("t"));
    assertEquals(List.of("007", "010", "100"), read.values("zero"));
    assertEquals(List.of("1000", "2", "3"), read.values("e"));
    assertEquals(ColumnType.IDENTIFIER, read.column("zero").type());
  }

  @Test
  void listsAreJoinedByASignThatNoneOfTheirValuesHas() {
    ReadBack read = read(
        """
            [{"tags": ["a", "b"], "paths": ["x|y", "z"], "all": ["|", ";", "¦"], "grid": [[1, 2.50], [3, 4]], "one": ["q"]},
             {"tags": [], "paths": ["x"], "all": ["\\"q\\""], "grid": [], "one": [null, "r"]}]
            """);
    assertEquals(List.of("a|b", "-"), read.values("tags"));
    assertEquals(List.of("x|y;z", "x"), read.values("paths"));
    assertEquals(List.of("[\"|\",\";\",\"¦\"]", "[\"\\\"q\\\"\"]"), read.values("all"));
    assertEquals(List.of("[[1,2.50],[3,4]]", "[]"), read.values("grid"));
    assertEquals(List.of("q", "|r"), read.values("one"));
  }

  @Test
  void objectsInListsAreAPartOfTheirOwnWithTheKeysOfTheRowAround() {
    assertEquals(List.of("$", "items"), parts(ORDERS));
    ReadBack orders = read(ORDERS);
    assertEquals(List.of("number", "customer.id", "customer.city"), names(orders));
    assertEquals(3, orders.rows.size());
    ReadBack items = read(ORDERS, "items");
    assertEquals(List.of("customer.id", "sku", "quantity", "gift"), names(items));
    assertEquals(List.of(List.of("C1", "x", "1", "-"), List.of("C1", "y", "2", "yes"),
        List.of("C1", "z", "-", "-")), items.rows);
  }

  @Test
  void keysOfRowsAroundAreNamedApart() {
    String json = """
        {"shop": "s", "orders": [
          {"id": 7, "lines": [{"id": 1, "discounts": [{"id": 5, "amount": 2.5}]}, {"id": 2}]},
          {"id": 8, "lines": [{"id": 1, "discounts": [{"amount": 1}]}]}]}
        """;
    assertEquals(List.of("orders", "orders.lines", "orders.lines.discounts", "$"), parts(json));
    assertEquals(List.of("id"), names(read(json)));
    ReadBack lines = read(json, "orders.lines");
    assertEquals(List.of("parent.id", "id"), names(lines));
    assertEquals(List.of(List.of("7", "1"), List.of("7", "2"), List.of("8", "1")), lines.rows);
    ReadBack discounts = read(json, "orders.lines.discounts");
    assertEquals(List.of("parent.parent.id", "parent.id", "id", "amount"), names(discounts));
    assertEquals(List.of(List.of("7", "1", "5", "2.5"), List.of("8", "1", "-", "1.0")), discounts.rows);
    assertEquals(List.of("s"), read(json, "$").values("shop"));
  }

  @Test
  void rowsAroundWithoutAKeyAreNumbered() {
    ReadBack read = read("[{\"a\": [{\"b\": \"x\"}]}, {\"a\": []}, {\"a\": [{\"b\": \"y\"}]}]", "a");
    assertEquals(List.of("parent", "b"), names(read));
    assertEquals(List.of(List.of("1", "x"), List.of("3", "y")), read.rows);
  }

  @Test
  void theLargestOfSeveralListsIsRead() {
    String json = "{\"shops\": [{\"a\": \"x\"}], \"people\": [{\"b\": \"y\"}, {\"b\": \"z\"}], \"meta\": {\"n\": [{\"c\": 1}]}}";
    assertEquals(List.of("shops", "people", "meta.n", "$"), parts(json));
    assertEquals(List.of("y", "z"), read(json).values("b"));
    assertEquals(List.of("1"), read(json, "meta.n").values("c"));
    assertRefused(Message.of("intake.no-such-part", "staff", "shops, people, meta.n, $"), json, "staff");
  }

  private static void assertRefused(Message expected, String json, String part) {
    Message said = assertThrows(Problem.class, () -> read(json, part)).message();
    assertEquals(expected.key(), said.key());
    assertEquals(expected.args(), said.args().subList(1, said.args().size()));
  }

  @Test
  void listsOfListsAndListsOfValuesAreTables() {
    ReadBack grid = read("[[\"name\", \"age\"], [\"Zoé\", 31], [\"Max\", 28, \"surplus\"]]");
    assertEquals(List.of("name", "age", "Column 3"), names(grid));
    assertEquals(List.of("31", "28"), grid.values("age"));
    ReadBack split = read("{\"columns\": [\"a\", \"b\"], \"data\": [[1, \"x\"], [2, \"y\"]]}");
    assertEquals(List.of(List.of("1", "x"), List.of("2", "y")), split.rows);
    assertEquals(List.of("a@b.fr", "c@d.fr"), read("[\"a@b.fr\", \"c@d.fr\"]").values("value"));
  }

  @Test
  void whatIsNoObjectAmongObjectsIsNotLost() {
    ReadBack read = read("[{\"a\": 1}, \"stray\", [2, 3], {\"a\": {\"b\": \"x\"}}]");
    assertEquals(List.of("a", "a.b", "value"), names(read));
    assertEquals(List.of(List.of("1", "-", "-"), List.of("-", "-", "stray"), List.of("-", "-", "[2,3]"),
        List.of("-", "x", "-")), read.rows);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,3", "UTF-16LE,2", "UTF-16BE,2", "UTF-16LE,0", "UTF-16BE,0"})
  void encodings(String encoding, int mark) {
    String json = (mark > 0 ? "\uFEFF" : "") + "[{\"città\": \"Forlì\"}, {\"città\": \"Zürich €\"}]";
    byte[] bytes = json.getBytes(Charset.forName(encoding));
    assertEquals(List.of("Forlì", "Zürich €"),
        ReadBack.of(source(bytes, null, null), ImportOptions.FOUND).values("città"));
  }

  @Test
  void anEncodingThatAPersonHasSaid() {
    byte[] latin = "[{\"a\": \"é\"}, {\"a\": \"è\"}]".getBytes(ISO_8859_1);
    assertEquals(List.of("é", "è"),
        ReadBack.of(source(latin, null, ISO_8859_1), ImportOptions.FOUND).values("a"));
    assertEquals("intake.json-broken",
        assertThrows(Problem.class, () -> source(latin, null, null)).message().key());
    byte[] cut = "[{\"a\": \"€\"}]".getBytes(Charset.forName("GB18030"));
    assertEquals("intake.json-encoding",
        assertThrows(Problem.class, () -> source(cut, null, Charset.forName("Shift_JIS"))).message().key());
  }

  @Test
  void brokenTextsSayWhere() {
    assertRefused(Message.of("intake.json-broken", 2, 7), "[{\"a\": 1},\n{\"a\": }]");
    assertRefused(Message.of("intake.json-broken", 2, 5), "{\"a\": 1}\n{\"a\"");
    assertRefused(Message.of("intake.json-broken", 1, 9), "{\"a\": 1},{\"a\": 2}");
  }

  @Test
  void whatIsNoTable() {
    assertRefused(Message.of("intake.json-no-table"), "[]");
    assertRefused(Message.of("intake.json-no-table"), "[null]");
    assertRefused(Message.of("intake.json-no-table"), "[{}]");
  }

  @Test
  void boundsAreKept() {
    assertRefused(Message.of("intake.json-bounds", 100, 16), "{\"a\":".repeat(100_000));
    assertRefused(Message.of("intake.json-bounds", 100, 16), "[".repeat(100_000));
    assertRefused(Message.of("intake.json-bounds", 100, 16), "{\"a\": " + "1".repeat(2_000) + "}");
    assertRefused(Message.of("intake.json-bounds", 100, 16), "{\"" + "k".repeat(20_000) + "\": 1}");
    assertRefused(Message.of("intake.json-bounds", 100, 16), "[{\"a\": \"" + "x".repeat(17 << 20) + "\"}]");
    StringBuilder keys = new StringBuilder("{\"k\": 0");
    for (int i = 0; i < 60_000; i++) {
      keys.append(",\"u").append(i).append("\": {\"name\": \"x\"}");
    }
    assertRefused(Message.of("intake.json-too-many-keys", 50_000), keys + "}");
  }

  @Test
  void aRecordBeyondBoundsIsRefusedAndNotHeld() {
    String items = "{\"id\": 1, \"items\": [" + "{\"a\": 1},".repeat(2_000_000)
        + "{\"b\": 2, \"c\": 3}]}\n{\"id\": 2}";
    assertRefused(Message.of("intake.record-too-large", 1L), items, "items");
    String list = "[{\"a\": [[" + ("\"" + "x".repeat(15 << 20) + "\",").repeat(9) + "1]]}]";
    assertRefused(Message.of("intake.record-too-large", 1L), list);
  }

  @Test
  void aTextLongerThanACellMayBeRejectsItsRow() {
    ReadBack read = read("[{\"a\": \"x\", \"b\": 1}, {\"a\": \"" + "long\\n".repeat(300_000)
        + "\", \"b\": 2}, {\"a\": \"y\", \"b\": 3}]");
    assertEquals(List.of("x", "y"), read.values("a"));
    assertEquals(1, read.rejects.size());
    assertEquals(3, read.rejects.getFirst().line());
  }
}
