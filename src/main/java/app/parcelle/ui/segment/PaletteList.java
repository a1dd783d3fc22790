package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import app.parcelle.engine.table.Folding;

/** What the palette shows, line by line: headings that fold, and below them what criteria can be made of. */
final class PaletteList {
  /** One line. */
  sealed interface Line {
    /** The heading of a kind, with how many there are of it. */
    record Heading(FieldKind kind, int count, boolean folded) implements Line {}

    /** Something that a criterion can be made of. */
    record Item(Source source, String title) implements Line {}
  }

  private final Map<FieldKind, List<Source>> kinds;
  private final Function<Source, String> title;
  private final Set<FieldKind> folded = EnumSet.noneOf(FieldKind.class);

  PaletteList(Map<FieldKind, List<Source>> kinds, Function<Source, String> title) {
    this.kinds = kinds;
    this.title = title;
  }

  boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** Hides what is below a heading, or shows it again. */
  void fold(FieldKind kind) {
    if (!folded.remove(kind)) {
      folded.add(kind);
    }
  }

  /** Goes on with what was folded in another. */
  void foldAs(PaletteList other) {
    folded.addAll(other.folded);
  }

  /** Those that have every word searched for; a search looks below folded headings too. */
  List<Line> lines(String search) {
    List<String> words = Folding.fold(search).isEmpty()
        ? List.of()
        : List.of(Folding.fold(search).split("\\s+"));
    List<Line> lines = new ArrayList<>();
    kinds.forEach((kind, sources) -> {
      List<Line> items = new ArrayList<>();
      for (Source source : sources) {
        String name = title.apply(source);
        String searched = Folding.fold(name);
        if (words.stream().allMatch(searched::contains)) {
          items.add(new Line.Item(source, name));
        }
      }
      if (!items.isEmpty()) {
        boolean hidden = words.isEmpty() && folded.contains(kind);
        lines.add(new Line.Heading(kind, items.size(), hidden));
        if (!hidden) {
          lines.addAll(items);
        }
      }
    });
    return lines;
  }
}
