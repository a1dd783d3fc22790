package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

class ListTestsTest {
  private static final List<String> ELEMENTS = List.of("Rouge", "rouge", "ROUGÉ", "vert", "Vert", "bleu");
  private static final Map<String, String> FOLDED = Map.of("Rouge", "rouge", "rouge", "rouge", "ROUGÉ",
      "rouge", "vert", "vert", "Vert", "vert", "bleu", "bleu");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void listsOfBothWritingsMeanWhatTheirElementsMean(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    Map<String, List<String>> lists = new HashMap<>();
    List<String> lines = new ArrayList<>(List.of("Customer|Tags|Array"));
    for (int c = 0; c < 80; c++) {
      List<String> list = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        list.add(ELEMENTS.get(random.nextInt(ELEMENTS.size())));
      }
      lists.put("k" + c, list);
      String tags = String.join(random.nextBoolean() ? ";" : " ; ", list) + (random.nextBoolean() ? ";" : "");
      String array = list.isEmpty() && random.nextBoolean()
          ? ""
          : "[" + String.join(", ", list.stream().map(e -> "'" + e + "'").toList()).replace('\'', '"') + "]";
      lines.add("k" + c + "|" + tags + "|" + "\"" + array.replace("\"", "\"\"") + "\"");
    }
    try (Questions asked = new Questions(Files.createTempDirectory(folder, "w"))) {
      asked.add("People", Map.of("Tags", ColumnType.TEXT, "Array", ColumnType.TEXT),
          Map.of("Customer", Role.CUSTOMER_KEY),
          Map.of("Tags", new Meaning(Meaning.Kind.LIST, ";"), "Array", new Meaning(Meaning.Kind.LIST, "[]")),
          lines);
      for (int i = 0; i < 40; i++) {
        List<String> values = List.of(ELEMENTS.get(random.nextInt(6)), ELEMENTS.get(random.nextInt(6)));
        ListOperator operator = List.of(ListOperator.values()).get(random.nextInt(4));
        boolean exact = random.nextBoolean();
        boolean include = random.nextBoolean();
        int size = random.nextInt(4);
        Set<String> in = new TreeSet<>();
        Set<String> sized = new TreeSet<>();
        Set<String> empty = new TreeSet<>();
        lists.forEach((key, list) -> {
          if (list.isEmpty() ? include : met(list, operator, values, exact)) {
            in.add(key);
          }
          if (list.stream().map(FOLDED::get).distinct().count() <= size) {
            sized.add(key);
          }
          if (list.isEmpty()) {
            empty.add(key);
          }
        });
        for (String field : List.of("Tags", "Array")) {
          FieldRef ref = FieldRef.named(field);
          var test = new Condition.ListTest(ref, operator, values, exact, include);
          assertEquals(in, asked.meeting(test), test.toString());
          assertEquals(empty, asked.missing(test));
          assertEquals(sized, asked.meeting(
              new Condition.ListSize(ref, NumberOperator.AT_MOST, BigDecimal.valueOf(size), null)));
        }
      }
    }
  }

  private static boolean met(List<String> list, ListOperator operator, List<String> values, boolean exact) {
    List<String> there = exact ? list : list.stream().map(FOLDED::get).toList();
    List<String> wanted = exact ? values : values.stream().map(FOLDED::get).toList();
    return switch (operator) {
      case ANY_OF -> wanted.stream().anyMatch(there::contains);
      case ALL_OF -> there.containsAll(wanted);
      case NONE_OF -> wanted.stream().noneMatch(there::contains);
      case NOT_ALL_OF -> !there.containsAll(wanted);
    };
  }

  @Test
  void oddWritingsAreOneElementAndWhyShowsTheElements() {
    assertEquals(List.of("no array"), new ListElements("[]").of("no array"));
    assertEquals(List.of("a", "2", "[3]"), new ListElements("[]").of("[\"a\", 2, null, \" \", [3]]"));
    assertEquals(List.of(), new ListElements("[]").of("[]"));
    assertEquals(List.of(), new ListElements(",").of(" , ,"));
    assertEquals(List.of("a,b"), new ListElements(null).of(" a,b "));
    try (Questions asked = new Questions(folder)) {
      asked.add("People", Map.of("Tags", ColumnType.TEXT), Map.of("Customer", Role.CUSTOMER_KEY),
          Map.of("Tags", new Meaning(Meaning.Kind.LIST, ",")),
          List.of("Customer|Tags", "a|x , y", "b|,", "c|"));
      var test = new Condition.ListTest(FieldRef.named("Tags"), ListOperator.ANY_OF, List.of("X"), false,
          false);
      assertEquals(new Value.OfText("x, y"), asked.shown(test, "a"));
      assertNull(asked.shown(test, "b"));
      assertNull(asked.shown(test, "c"));
    }
  }
}
