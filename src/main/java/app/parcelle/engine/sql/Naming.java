package app.parcelle.engine.sql;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that every database takes: different whatever the case, and no longer than PostgreSQL reads. */
final class Naming {
  private static final int BYTES = 63;

  private final Set<String> taken = new HashSet<>();

  /** The name wished for, or one like it where it is taken or too long. */
  String free(String wish) {
    String name = cut(wish, BYTES);
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String suffix = " " + i;
      name = cut(wish, BYTES - suffix.length()) + suffix;
    }
    return name;
  }

  private static String cut(String text, int bytes) {
    String cut = text.replace("\0", "");
    while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
