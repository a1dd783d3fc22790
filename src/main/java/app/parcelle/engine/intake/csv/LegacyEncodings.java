package app.parcelle.engine.intake.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells the encodings of before Unicode apart by what the text would read like: accented letters stand beside letters, in the
 * case of their word; a euro sign beside a number; nobody writes Ž within a word.
 */
final class LegacyEncodings {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final List<String> WESTERN = List.of("windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850");
  private static final List<String> EASTERN = List.of("Big5", "GB18030", "Shift_JIS", "EUC-KR");
  private static final String LOWER = "éèêëàâäçùûüôöîïœæñáíóúßãõåøìÿ";
  private static final String UPPER = "ÉÈÊËÀÂÄÇÙÛÜÔÖÎÏŒÆÑÁÍÓÚÃÕÅØŸ";
  private static final String PUNCTUATION = "’‘“”«»–—…°€£²·•";
  private static final int MOST_SIGNS = 20_000;
  /** A text that reads worse than this, for each sign beyond ASCII, is not written in a Western alphabet. */
  private static final double WESTERN_LEAST = 0.2;
  private static final double EASTERN_LEAST = 0.7;

  private LegacyEncodings() {}

  /** The encoding in which some bytes that are no UTF-8 read best. */
  static Charset find(byte[] bytes) {
    Charset best = WINDOWS_1252;
    double most = Double.NEGATIVE_INFINITY;
    for (String name : WESTERN) {
      Charset tried = charset(name);
      double score = tried == null ? Double.NEGATIVE_INFINITY : western(bytes, tried);
      if (score > most) {
        most = score;
        best = tried == null ? best : tried;
      }
    }
    Charset eastern = most < WESTERN_LEAST ? eastern(bytes) : null;
    return eastern == null ? best : eastern;
  }

  /** An encoding that this Java may have been built without. */
  private static @Nullable Charset charset(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  /** How well the signs beyond ASCII read, on average. */
  private static double western(byte[] bytes, Charset encoding) {
    String table = table(encoding);
    double score = 0;
    int signs = 0;
    for (int i = 0; i < bytes.length && signs < MOST_SIGNS; i++) {
      if (bytes[i] < 0) {
        char before = i == 0 ? '\n' : table.charAt(bytes[i - 1] & 0xFF);
        char behind = i + 1 == bytes.length ? '\n' : table.charAt(bytes[i + 1] & 0xFF);
        score += likely(table.charAt(bytes[i] & 0xFF), before, behind);
        signs++;
      }
    }
    return signs == 0 ? 0 : score / signs;
  }

  /** What each byte is in an encoding of one byte a character. */
  private static String table(Charset encoding) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, encoding);
  }

  private static double likely(char sign, char before, char behind) {
    if (LOWER.indexOf(sign) >= 0) {
      boolean within = isLower(before) || isLower(behind);
      boolean capitals = Character.isUpperCase(before) && Character.isUpperCase(behind);
      boolean second = Character.isUpperCase(before) && Character.isLetter(behind);
      return capitals ? -0.5 : within ? 1 : second ? 0.8 : 0.3;
    }
    if (UPPER.indexOf(sign) >= 0) {
      return isLower(before) ? -1 : Character.isLetter(behind) || Character.isUpperCase(before) ? 0.7 : 0;
    }
    if (sign == '\u00A0') {
      return Character.isLetter(before) && Character.isLetter(behind) ? -0.5 : 0.6;
    }
    if (PUNCTUATION.indexOf(sign) < 0) {
      boolean drawn = Character.UnicodeBlock.BOX_DRAWING.equals(Character.UnicodeBlock.of(sign));
      return Character.isLetter(sign) ? -0.3 : drawn ? -3 : -1;
    }
    boolean within = Character.isLetter(before) && Character.isLetter(behind);
    return switch (sign) {
      case '’' -> within ? 1 : 0.3;
      case '€', '£' -> within ? -1 : Character.isDigit(before) || Character.isDigit(behind) ? 1 : 0.5;
      case '°' -> Character.toLowerCase(before) == 'n' || Character.isDigit(before) ? 1 : 0;
      default -> within ? -0.7 : 0.4;
    };
  }

  private static boolean isLower(char c) {
    return (c >= 'a' && c <= 'z') || LOWER.indexOf(c) >= 0;
  }

  /** The encoding of two bytes a character that decodes everything, mostly to characters that are common in it. */
  private static @Nullable Charset eastern(byte[] bytes) {
    Charset best = null;
    double most = EASTERN_LEAST;
    for (String name : EASTERN) {
      Charset tried = charset(name);
      double share = tried == null ? 0 : common(bytes, tried);
      if (share > most) {
        most = share;
        best = tried;
      }
    }
    return best;
  }

  private static double common(byte[] bytes, Charset encoding) {
    try {
      // a character may be cut off at the end
      encoding.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, lastAscii(bytes)));
    } catch (CharacterCodingException notThis) {
      return 0;
    }
    int pairs = 0;
    double common = 0;
    for (int i = 0; i + 1 < bytes.length && pairs < MOST_SIGNS; i++) {
      if (bytes[i] < 0) {
        common += weight(encoding.name(), bytes[i] & 0xFF, bytes[i + 1] & 0xFF);
        pairs++;
        i++;
      }
    }
    return pairs == 0 ? 0 : common / pairs;
  }

  private static int lastAscii(byte[] bytes) {
    int p = bytes.length;
    while (p > 0 && bytes[p - 1] < 0) {
      p--;
    }
    return p;
  }

  /** 1 for the most used characters of an encoding, and for its punctuation. */
  private static double weight(String encoding, int lead, int trail) {
    return switch (encoding) {
      case "Big5" -> lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
      // what Big5 puts there is rare in GB
      case "GB18030" ->
        trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || lead == 0xA3 || lead == 0xA1) ? 1 : 0;
      case "Shift_JIS" -> lead >= 0x81 && lead <= 0x97 ? 1 : 0;
      default -> lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 ? 1 : 0;
    };
  }
}
