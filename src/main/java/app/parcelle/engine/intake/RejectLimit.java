package app.parcelle.engine.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How many records of a source may be no rows before the import is taken to be plainly wrong.
 *
 * @param most so many, or so many in a hundred
 * @param percent whether it is a share of all records
 */
public record RejectLimit(BigDecimal most, boolean percent) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12}|[0-9]{1,3}(?:[.,][0-9]{1,6})?\\s*%)");

  /** What {@code 100} or {@code 2.5%} says; null where it says nothing of the kind. */
  public static @Nullable RejectLimit of(String text) {
    String said = text.strip();
    if (!WRITTEN.matcher(said).matches()) {
      return null;
    }
    boolean percent = said.endsWith("%");
    BigDecimal most = new BigDecimal(said.replace("%", "").strip().replace(',', '.'));
    return percent && most.compareTo(BigDecimal.valueOf(100)) > 0 ? null : new RejectLimit(most, percent);
  }

  /** Whether so many records are too many, of all that there are. */
  public boolean isExceeded(long rejected, long read) {
    return percent
        ? BigDecimal.valueOf(rejected)
            .movePointRight(2)
            .compareTo(most.multiply(BigDecimal.valueOf(read))) > 0
        : isExceeded(rejected);
  }

  /** Whether so many records are too many, however many there are. */
  public boolean isExceeded(long rejected) {
    return !percent && BigDecimal.valueOf(rejected).compareTo(most) > 0;
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return most.toPlainString() + (percent ? "%" : "");
  }
}
