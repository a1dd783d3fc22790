package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeResult.ReadColumn;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.ColumnDraft.InvalidCell;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextIndex;

/** One column of the drafts: joins what was read of it, block after block, in the order of the file. */
final class ColumnAssembler {
  private final ColumnPlan plan;
  private final TextIndex dictionary = new TextIndex();
  private final Tally total = new Tally();
  private final ChunkAppender chunks = new ChunkAppender();
  private List<InvalidCell> invalid = new ArrayList<>();
  private long invalidBytes;
  private int scale;
  private int sharedTexts;
  private boolean ambiguous;

  ColumnAssembler(ColumnPlan plan) {
    this.plan = plan;
  }

  /** What a reader needs to know before it reads its next block. */
  void prepare(ColumnReader reader) {
    if (reader instanceof TextReader texts && texts.shared()) {
      texts.know(dictionary);
    }
  }

  /** Counts a block just read, and gives codes to its new texts. To be called in the order of the file. */
  void merge(ColumnReader reader) {
    if (reader instanceof TextReader texts && texts.shared()) {
      texts.merge(dictionary);
    }
    total.add(plan, reader.tally);
    reader.sharedTexts = dictionary.size();
    reader.stillAmbiguous = total.ambiguous(plan);
  }

  /** The block's values as a chunk. May run beside others, after {@link #merge}. */
  static Piece pack(ColumnReader reader) {
    Dictionary own = null;
    if (reader instanceof TextReader texts) {
      if (texts.shared()) {
        texts.settle();
      } else {
        own = texts.own();
      }
    }
    return new Piece(reader.pack(own), reader.tally.scale, reader.invalidCells(), reader.sharedTexts,
        reader.stillAmbiguous);
  }

  /** Appends a block whose first row is row {@code row} of the draft. In the order of the file. */
  void append(Piece piece, int row) {
    if (piece.scale > scale) {
      chunks.scaleBy(NumberText.POWERS[piece.scale - scale]);
      scale = piece.scale;
    }
    chunks.add(ChunkAppender.times(piece.values, NumberText.POWERS[scale - piece.scale]));
    sharedTexts = piece.sharedTexts;
    ambiguous = piece.ambiguous;
    for (InvalidCell cell : piece.invalid) {
      invalid.add(new InvalidCell(row + cell.row(), cell.raw()));
      invalidBytes += 64 + cell.raw().length();
    }
  }

  long bytes() {
    return chunks.bytes() + invalidBytes;
  }

  /** The column of the rows appended since the last time. */
  ColumnDraft take() {
    Dictionary all = switch (plan.format()) {
      case Format.Texts texts -> texts.shared() ? dictionary.dictionary(sharedTexts) : null;
      case Format.Unseen unseen -> dictionary.dictionary(sharedTexts);
      case Format.Numbered numbered -> new NumberedDictionary(numbered.prefix(), numbered.digits());
      case Format.Numbers n -> null;
      case Format.Dates d -> null;
      case Format.YesNo y -> null;
    };
    List<Chunk> taken = chunks.take();
    if (all != null) {
      taken.replaceAll(c -> c.with(all));
    }
    ColumnDraft draft = new ColumnDraft(plan.name(), plan.type(), plan.role(), total.meaning(plan), scale,
        ambiguous(), taken,
        invalid);
    invalid = new ArrayList<>();
    invalidBytes = 0;
    return draft;
  }

  boolean urgent() {
    return total.urgent != null;
  }

  @Nullable
  ColumnPlan revision() {
    ColumnPlan revision = total.revision(plan);
    return revision == null && plan.format() instanceof Format.Unseen unseen && total.valid > 0
        ? TypeFinder.late(plan, unseen, dictionary.dictionary())
        : revision;
  }

  ReadColumn result() {
    return new ReadColumn(plan.name(), plan.type(), plan.role(), total.meaning(plan), scale, total.missing,
        total.invalid, ambiguous(), plan.format().shown());
  }

  private @Nullable String ambiguous() {
    return ambiguous ? plan.format().said() : null;
  }

  /**
   * A column of one block.
   *
   * @param sharedTexts how many texts the column's dictionary held after it
   * @param ambiguous whether all cells up to its end allow another reading
   */
  record Piece(Chunk values, int scale, List<InvalidCell> invalid, int sharedTexts, boolean ambiguous) {}
}
