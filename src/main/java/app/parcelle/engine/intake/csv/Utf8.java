package app.parcelle.engine.intake.csv;

/** What is correct UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Whether a stretch of bytes is correct UTF-8. */
  static boolean isCorrect(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int lead = b[p];
      if (lead >= 0) {
        p++;
        continue;
      }
      int more = following(lead & 0xFF);
      if (more == 0 || p + more >= to) {
        return false;
      }
      int second = b[p + 1] & 0xFF;
      boolean fits = switch (lead & 0xFF) {
        case 0xE0 -> second >= 0xA0;
        case 0xED -> second < 0xA0;
        case 0xF0 -> second >= 0x90;
        case 0xF4 -> second < 0x90;
        default -> true;
      };
      if (!fits) {
        return false;
      }
      for (int i = 1; i <= more; i++) {
        if ((b[p + i] & 0xC0) != 0x80) {
          return false;
        }
      }
      p += more + 1;
    }
    return true;
  }

  /** How many bytes follow a lead byte; 0 where it is none. */
  private static int following(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }
}
