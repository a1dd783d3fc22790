package app.parcelle.cli;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import app.parcelle.engine.intake.TextOptions;

/** How a text is cut into records and fields; what is not said is found. */
final class ReadingOptions {
  @Option(names = "--delimiter", paramLabel = "TEXT", descriptionKey = "cli.option.delimiter", converter = Converters.Delimiter.class)
  @Nullable
  String delimiter;

  @Option(names = "--quote", paramLabel = "C", descriptionKey = "cli.option.quote", converter = Converters.Sign.class)
  @Nullable
  Character quote;

  @Option(names = "--escape", paramLabel = "C", descriptionKey = "cli.option.escape", converter = Converters.Sign.class)
  @Nullable
  Character escape;

  @Option(names = "--comment", paramLabel = "TEXT", descriptionKey = "cli.option.comment")
  @Nullable
  String comment;

  @Option(names = "--encoding", paramLabel = "E", descriptionKey = "cli.option.encoding", converter = Converters.Encoding.class)
  @Nullable
  Charset encoding;

  @Option(names = "--skip-lines", paramLabel = "N", descriptionKey = "cli.option.skip-lines", converter = Converters.Count.class)
  @Nullable
  Integer skipLines;

  @Option(names = "--header-rows", paramLabel = "N", descriptionKey = "cli.option.header-rows", converter = Converters.Count.class)
  @Nullable
  Integer headerRows;

  @Option(names = "--widths", paramLabel = "N,N...", split = ",", descriptionKey = "cli.option.widths", converter = Converters.Width.class)
  List<Integer> widths = new ArrayList<>();

  @Option(names = "--part", paramLabel = "NAME", descriptionKey = "cli.option.part")
  @Nullable
  String part;

  @Option(names = "--all-text", descriptionKey = "cli.option.all-text")
  boolean allText;

  /** What the command says goes over what a template says. */
  TextOptions over(TextOptions template) {
    return new TextOptions(or(part, template.part()), or(delimiter, template.delimiter()),
        or(quote, template.quote()), or(escape, template.escape()), or(comment, template.comment()),
        or(encoding, template.encoding()), or(skipLines, template.skipLines()),
        or(headerRows, template.headerRows()), widths.isEmpty() ? template.widths() : widths,
        allText || template.allText());
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T below) {
    return said == null ? below : said;
  }
}
