package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.table.Folding;

class PastedListTest {
  @Test
  void textsStandOneALineOrSeparated() {
    assertEquals(List.of("00012", "34", "56"), texts("00012\r\n34\n\n56\n"));
    assertEquals(List.of("a", "b", "c"), texts("a;b;c"));
    assertEquals(List.of("a", "b", "c"), texts("a\tb\nc"));
    assertEquals(List.of("a", "b", "c"), texts("a, b,c"));
    assertEquals(List.of("a", "b"), texts("a,\nb,\n"));
    assertEquals(List.of("Paris, France", "Lyon, France"), texts("Paris, France\nLyon, France"));
    assertEquals(List.of("a", "b"), texts("\ufeff\"a\"\n 'b' "));
    assertEquals(List.of(), texts(" \n ; \t"));
  }

  @Test
  void whatComesAgainIsCountedAndLeftOut() {
    PastedList folded = PastedList.of("Été\nete\nETE\nautomne", Folding::fold);
    assertEquals(List.of("Été", "automne"), folded.texts());
    assertEquals(2, folded.duplicates());
    assertEquals(0, PastedList.of("Été\nete", UnaryOperator.identity()).duplicates());
  }

  @Test
  void tenThousandStayInTheirOrder() {
    String many = IntStream.range(0, 10_000)
        .mapToObj(i -> "C%07d".formatted(i))
        .collect(Collectors.joining("\n"));
    PastedList list = PastedList.of(many + "\nC0000000", Folding::fold);
    assertEquals(10_000, list.texts().size());
    assertEquals("C0009999", list.texts().getLast());
    assertEquals(1, list.duplicates());
  }

  private static List<String> texts(String pasted) {
    return PastedList.of(pasted, UnaryOperator.identity()).texts();
  }
}
