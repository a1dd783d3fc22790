package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

/**
 * The records of a sample, cut into fields.
 *
 * @param batches of the beginning first
 * @param records how many of the beginning, the header not among them
 * @param recordBytes how many bytes they take
 * @param rejects those of the beginning that are no rows
 */
record SampleTable(List<FieldBatch> batches, int records, long recordBytes, List<Reject> rejects) {
  private static final int MOST_CELLS = 1 << 18;

  /** The records that a stretch of text holds; the last one is left out where the text goes on behind it. */
  static RecordBlock records(byte[] utf8, int length, boolean complete, int most, Dialect dialect) {
    RecordBlock block = new RecordBlock(length, 64);
    RecordSplitter splitter = new RecordSplitter(new ByteArrayInputStream(utf8, 0, length), dialect,
        Math.max(1, length));
    try {
      splitter.next(block, most);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    boolean cutOff = !complete && block.count > 0 && block.ends[block.count - 1] == length;
    if (cutOff) {
      block.count--;
    }
    if (!complete) {
      block.rejects.removeIf(r -> r.reason() == Reason.UNCLOSED_QUOTE);
    }
    return block;
  }

  /** The fields of a record, as text, however many there are; at most one more than a table may have. */
  static List<String> fields(RecordBlock block, int record, Dialect dialect) {
    FieldBatch batch = new FieldBatch(dialect, Columns.MOST, 0, 1);
    batch.split(block, record, record + 1, new ArrayList<>());
    List<String> texts = new ArrayList<>();
    int found = batch.found();
    for (int c = 0; c < Math.min(found, Columns.MOST); c++) {
      int start = batch.start(0, c);
      texts.add(new String(batch.bytes(), start, batch.end(0, c) - start, UTF_8));
    }
    if (found > Columns.MOST) {
      texts.add("");
    }
    return texts;
  }

  /** Cuts the beginning and the further stretches of a sample. */
  static SampleTable of(Sample sample, byte[] head, Dialect dialect, int width, int named) {
    int most = Math.max(60, MOST_CELLS / width);
    int length = head.length - RecordBlock.PADDING;
    RecordBlock first = records(head, length, sample.whole(), most + 1, dialect);
    int begin = dialect.header() ? Math.min(1, first.count) : 0;
    List<FieldBatch> batches = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>(first.rejects);
    long bytes = first.count > begin ? first.ends[first.count - 1] - first.starts[begin] + 1 : 0;
    int rows = first.count - begin;
    if (rows > 0) {
      batches.add(batch(first, begin, dialect, width, named, rejects));
    }
    for (byte[] stretch : sample.further()) {
      byte[] utf8 = afterFirstLine(Sample.utf8(stretch, 0, dialect.encoding()));
      RecordBlock block = records(utf8, utf8.length - RecordBlock.PADDING, false, Math.max(1, most / 8),
          dialect);
      if (block.count > 0) {
        batches.add(batch(block, 0, dialect, width, named, new ArrayList<>()));
      }
    }
    return new SampleTable(batches, rows, bytes, rejects);
  }

  private static FieldBatch batch(RecordBlock block, int from, Dialect dialect, int width, int named,
      List<Reject> rejects) {
    FieldBatch batch = new FieldBatch(dialect, width, named, block.count - from);
    batch.split(block, from, block.count, rejects);
    return batch;
  }

  private static byte[] afterFirstLine(byte[] utf8) {
    int p = 0;
    while (p < utf8.length - RecordBlock.PADDING && utf8[p] != '\n' && utf8[p] != '\r') {
      p++;
    }
    return java.util.Arrays.copyOfRange(utf8, Math.min(p, utf8.length - RecordBlock.PADDING), utf8.length);
  }

  int rows() {
    return batches.stream().mapToInt(FieldBatch::rows).sum();
  }
}
