package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.FieldRef;
import app.parcelle.ui.segment.PaletteList.Line;
import app.parcelle.ui.segment.PaletteList.Line.Heading;
import app.parcelle.ui.segment.PaletteList.Line.Item;

class PaletteListTest {
  private final SmallShop shop = new SmallShop(10);
  private final PaletteList list = new PaletteList(
      FieldKind.sort(shop.fields(), List.of(new FieldRef("Fidèles", "s1"))), PaletteListTest::title);

  @Test
  void everyKindHasAHeadingWithHowManyThereAre() {
    List<Heading> headings = headings(list.lines(""));
    assertEquals(List.of(FieldKind.EVENTS, FieldKind.BEHAVIOUR, FieldKind.VALUE, FieldKind.DEMOGRAPHY,
        FieldKind.GEOGRAPHY, FieldKind.CONSENT, FieldKind.SEGMENTS, FieldKind.ALL),
        headings.stream().map(Heading::kind).toList());
    assertEquals(list.lines("").size() - headings.size(), headings.stream().mapToInt(Heading::count).sum());
  }

  @Test
  void aFoldedHeadingHidesWhatIsBelowAndASearchFindsItAllTheSame() {
    int all = list.lines("").size();
    list.fold(FieldKind.VALUE);
    assertEquals(all - 2, list.lines("").size());
    assertTrue(headings(list.lines("")).stream().anyMatch(Heading::folded));
    assertTrue(titles(list.lines("monetary")).contains("monetary"));
    list.fold(FieldKind.VALUE);
    assertEquals(all, list.lines("").size());
  }

  @Test
  void aSearchIsOfAllItsWordsWithoutCaseAndAccents() {
    assertEquals(List.of("Dernière visite"), titles(list.lines("VISITE derniere")));
    assertEquals(List.of("Fidèles"), titles(list.lines("fidele")));
    assertEquals(List.of(), list.lines("nothing of that name"));
  }

  private static List<Heading> headings(List<Line> lines) {
    return lines.stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
  }

  private static List<String> titles(List<Line> lines) {
    return lines.stream().filter(Item.class::isInstance).map(line -> ((Item) line).title()).toList();
  }

  private static String title(Source source) {
    return switch (source) {
      case Source.OfField(var field, _) -> field.name();
      case Source.OfSegment(FieldRef segment) -> segment.name();
      default -> source.getClass().getSimpleName();
    };
  }
}
