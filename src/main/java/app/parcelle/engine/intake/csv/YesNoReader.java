package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** Yes or no, in French or English, whatever the case. */
final class YesNoReader extends ColumnReader {
  private static final List<byte[]> YES = bytes("yes", "oui", "true", "vrai", "1", "y", "o", "t", "v");
  private static final List<byte[]> NO = bytes("no", "non", "false", "faux", "0", "n", "f");

  YesNoReader(ColumnPlan plan) {
    super(plan);
  }

  @Override
  boolean plainly(byte[] b, int from, int to, int row) {
    return closely(b, from, to, row);
  }

  @Override
  boolean closely(byte[] b, int from, int to, int row) {
    int answer = answer(b, from, to);
    values[row] = answer;
    return answer >= 0;
  }

  /** 1 for yes, 0 for no, -1 for anything else. */
  static int answer(byte[] b, int from, int to) {
    return isOneOf(YES, b, from, to) ? 1 : isOneOf(NO, b, from, to) ? 0 : -1;
  }

  private static boolean isOneOf(List<byte[]> words, byte[] b, int from, int to) {
    for (byte[] word : words) {
      if (word.length == to - from && startsWith(word, b, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] word, byte[] b, int from) {
    for (int i = 0; i < word.length; i++) {
      int c = b[from + i];
      int lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
      if (lower != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<byte[]> bytes(String... words) {
    return java.util.Arrays.stream(words).map(w -> w.getBytes(US_ASCII)).toList();
  }
}
