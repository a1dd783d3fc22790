package app.parcelle.engine.export;

import java.time.LocalDate;
import java.util.List;

import app.parcelle.engine.message.Message;

/**
 * What was written.
 *
 * @param rows customers in the list, each once
 * @param columns of the list
 * @param sheets names, in order
 * @param bytes size of the file
 * @param segments one a segment, as asked for
 * @param notes what the person should know of the values: texts cut, dates written as text
 */
public record ExportReport(int rows, int columns, List<String> sheets, long bytes,
    List<SegmentCount> segments, List<Message> notes) {
  /** How many customers a segment gave, of how many, seen from when. */
  public record SegmentCount(String name, int count, int base, LocalDate asOf) {}

  public ExportReport {
    sheets = List.copyOf(sheets);
    segments = List.copyOf(segments);
    notes = List.copyOf(notes);
  }
}
