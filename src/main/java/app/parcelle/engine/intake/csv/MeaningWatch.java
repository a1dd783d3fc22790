package app.parcelle.engine.intake.csv;

import java.util.Arrays;

import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TextIndex;

/** Asks of each text once whether it fits the meaning of its column, and remembers it. Belongs to one thread. */
final class MeaningWatch {
  private static final byte FITS = 1;
  private static final byte ODD = 2;

  private final Meaning meaning;
  /** What is known of the texts of the column's dictionary, whose codes stay the same. */
  private byte[] known = new byte[64];
  /** The same of a block's new texts. */
  private byte[] fresh = new byte[64];

  MeaningWatch(Meaning meaning) {
    this.meaning = meaning;
  }

  boolean fits(TextIndex.View dictionary, int code) {
    known = widened(known, code);
    return fits(known, dictionary, code);
  }

  boolean fitsNew(TextIndex.View texts, int code) {
    fresh = widened(fresh, code);
    return fits(fresh, texts, code);
  }

  private boolean fits(byte[] answers, TextIndex.View texts, int code) {
    if (answers[code] == 0) {
      int[] offsets = texts.offsets();
      boolean fits = MeaningTest.fits(meaning, texts.utf8(), offsets[code], offsets[code + 1]);
      answers[code] = fits ? FITS : ODD;
    }
    return answers[code] == FITS;
  }

  /** Forgets the new texts of a block. */
  void clear() {
    Arrays.fill(fresh, (byte) 0);
  }

  private static byte[] widened(byte[] answers, int code) {
    return code < answers.length ? answers : Arrays.copyOf(answers, Math.max(code + 1, 2 * answers.length));
  }
}
