package app.parcelle.engine.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.intake.csv.Dialect.Rewriting;
import app.parcelle.engine.intake.dialect.BelowLines;
import app.parcelle.engine.intake.dialect.DialectStream;
import app.parcelle.engine.intake.dialect.Shape;
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

  /** The beginning of a table as the fast parser knows it, with bytes to spare behind it. */
  static byte[] head(byte[] text, boolean whole, Dialect dialect) {
    int length = text.length - RecordBlock.PADDING;
    int from = BelowLines.offset(text, length, dialect.skipLines());
    byte[] below = Arrays.copyOfRange(text, from, text.length);
    return dialect.rewriting() == null ? below : rewritten(below, dialect.rewriting(), true, whole);
  }

  private static byte[] rewritten(byte[] utf8, Rewriting rewriting, boolean fromTop, boolean whole) {
    InputStream part = new ByteArrayInputStream(utf8, 0, utf8.length - RecordBlock.PADDING);
    try (InputStream records = DialectStream.of(part, rewriting.writing(), rewriting.shape(), fromTop,
        whole)) {
      byte[] read = records.readAllBytes();
      return Arrays.copyOf(read, read.length + RecordBlock.PADDING);
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /** Cuts the beginning and the further stretches of a sample. */
  static SampleTable of(Sample sample, byte[] head, Dialect dialect, Shape shape) {
    int width = shape.width();
    int named = shape.named();
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
      byte[] utf8 = afterFirstLine(Sample.utf8(stretch, 0, dialect.encoding(), dialect.mixed()));
      byte[] table = dialect.rewriting() == null ? utf8 : rewritten(utf8, dialect.rewriting(), false, false);
      RecordBlock block = records(table, table.length - RecordBlock.PADDING, false, Math.max(1, most / 8),
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
    return Arrays.copyOfRange(utf8, Math.min(p, utf8.length - RecordBlock.PADDING), utf8.length);
  }

  int rows() {
    return batches.stream().mapToInt(FieldBatch::rows).sum();
  }
}
