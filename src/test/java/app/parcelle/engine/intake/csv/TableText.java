package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextOptions;

/** A table to be written as text: what stands in it and how. Every method returns a changed copy. */
record TableText(List<List<String>> header, List<List<String>> rows, String delimiter,
    @Nullable Character quote, @Nullable Character escape, boolean quotesAll, String lineEnd, String above,
    int skipLines, String below, Charset encoding, String mark) {

  static TableText of(List<String> header, List<List<String>> rows) {
    return new TableText(List.of(header), rows, ",", '"', '"', false, "\n", "", 0, "\n", UTF_8, "");
  }

  TableText delimiter(String other) {
    return new TableText(header, rows, other, quote, escape, quotesAll, lineEnd, above, skipLines, below,
        encoding, mark);
  }

  TableText quote(@Nullable Character other, boolean all) {
    return new TableText(header, rows, delimiter, other, other, all, lineEnd, above, skipLines, below,
        encoding, mark);
  }

  TableText escape(@Nullable Character other) {
    return new TableText(header, rows, delimiter, quote, other, quotesAll, lineEnd, above, skipLines, below,
        encoding, mark);
  }

  TableText lineEnd(String other) {
    return new TableText(header, rows, delimiter, quote, escape, quotesAll, other, above, skipLines, other,
        encoding, mark);
  }

  /** Lines above the table, each with its end. */
  TableText above(String lines) {
    return new TableText(header, rows, delimiter, quote, escape, quotesAll, lineEnd, lines,
        (int) lines.lines().count(), below, encoding, mark);
  }

  /** What stands behind the last record, its line end included. */
  TableText below(String text) {
    return new TableText(header, rows, delimiter, quote, escape, quotesAll, lineEnd, above, skipLines, text,
        encoding, mark);
  }

  TableText encoding(Charset other, String byteOrderMark) {
    return new TableText(header, rows, delimiter, quote, escape, quotesAll, lineEnd, above, skipLines, below,
        other, byteOrderMark);
  }

  TableText header(List<List<String>> other) {
    return new TableText(other, rows, delimiter, quote, escape, quotesAll, lineEnd, above, skipLines, below,
        encoding, mark);
  }

  TableText rows(List<List<String>> other) {
    return new TableText(header, other, delimiter, quote, escape, quotesAll, lineEnd, above, skipLines, below,
        encoding, mark);
  }

  /** The records as they are written, the header first. */
  List<String> records() {
    List<String> records = new ArrayList<>();
    header.forEach(row -> records.add(record(row)));
    rows.forEach(row -> records.add(record(row)));
    return records;
  }

  String record(List<String> cells) {
    return String.join(delimiter, cells.stream().map(this::cell).toList());
  }

  String cell(String text) {
    Character sign = quote;
    if (sign == null) {
      return escape == null ? text : text.replace(delimiter, escape + delimiter);
    }
    String q = sign.toString();
    String d = delimiter.strip().isEmpty() ? delimiter : delimiter.strip();
    boolean special = text.contains(d) || text.contains(q) || text.contains("\n") || text.contains("\r");
    if (!quotesAll && !special) {
      return text;
    }
    return q + (escape == null ? text : text.replace(q, escape + q)) + q;
  }

  byte[] bytes(List<String> records) {
    String table = String.join(lineEnd, records);
    return (mark + above.replace("\n", lineEnd) + table + (records.isEmpty() ? "" : below))
        .getBytes(encoding);
  }

  /** All that a person could say of it. */
  TextOptions given() {
    return TextOptions.FOUND.withDelimiter(delimiter)
        .withQuote(quote == null ? Character.valueOf(TextOptions.NONE) : quote)
        .withEscape(escape == null || escape.equals(quote) ? Character.valueOf(TextOptions.NONE) : escape)
        .withEncoding(encoding)
        .withSkipLines(skipLines)
        .withHeaderRows(header.size());
  }

  /** With expected cells that differ from those written. */
  Pollution expecting(String group, String name, List<String> records, List<String> names,
      List<List<String>> cells) {
    return new Pollution(group, name, bytes(records), given(), names, cells);
  }

  Pollution as(String group, String name) {
    List<String> names = header.isEmpty() ? List.of() : header.getFirst();
    return expecting(group, name, records(), names, rows);
  }
}
