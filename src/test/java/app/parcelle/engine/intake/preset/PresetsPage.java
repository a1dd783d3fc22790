package app.parcelle.engine.intake.preset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.parcelle.engine.intake.preset.Preset.Known;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** The page on the presets, made of their files. */
final class PresetsPage {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final String BEGIN = """
      # Source presets

      An export of one of these products is told by its headers, and its columns get the type, the role and the meaning that they
      have there. Case, accents and what stands between the words of a header do not matter. What a person says goes over it;
      `--preset none` turns it off, `--preset ID` asks for one. A file is an export when it has all headers in **bold** (any
      of the names between slashes) and as many known ones as the preset asks for; of several presets, the one that knows
      most of the columns is taken.

      Columns that a table of customers or a lookup table has beside these get no role. In tables of events, roles that the
      preset does not give are found as in any file.
      """;

  private PresetsPage() {}

  static String text() {
    return BEGIN + Presets.all().stream().map(PresetsPage::section).collect(Collectors.joining());
  }

  private static String section(Preset preset) {
    StringBuilder text = new StringBuilder("\n## ");
    text.append(ENGLISH.text(Message.of("preset." + preset.id())))
        .append("\n\n`")
        .append(preset.id())
        .append("`: ");
    text.append(preset.kind().name().toLowerCase(Locale.ROOT));
    if (!preset.table().isEmpty()) {
      text.append(", as *").append(preset.table().get("en")).append("* / *");
      text.append(preset.table().get("fr")).append('*');
    }
    text.append("; at least ").append(preset.least()).append(" of its columns.\n");
    if (preset.countsWhen() != null) {
      text.append("\nRows that count: `").append(preset.countsWhen()).append("`\n");
    }
    Preset.Fill fill = preset.fillDown();
    if (fill != null) {
      text.append("\nFurther rows of one `").append(fill.by()).append("` take over from the first: ");
      text.append(String.join(", ", fill.columns())).append(".\n");
    }
    text.append("\n| header | read as |\n|---|---|\n");
    preset.columns().forEach(known -> text.append(row(known)));
    return text.toString();
  }

  private static String row(Known known) {
    List<String> names = Stream.concat(known.en().stream(), known.fr().stream()).toList();
    String header = String.join(" / ", names);
    List<String> read = Stream.of(known.role() == null ? "" : known.role().id(),
        known.type() == null ? "" : known.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        known.meaning() == null ? "" : known.meaning().id()).filter(said -> !said.isEmpty()).toList();
    return "| " + (known.needed() ? "**" + header + "**" : header) + " | " + String.join(", ", read) + " |\n";
  }
}
