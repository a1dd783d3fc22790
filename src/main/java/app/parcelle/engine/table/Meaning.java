package app.parcelle.engine.table;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the values of a column stand for, beyond how they are stored: an amount in euros and a latitude are both decimals.
 *
 * @param detail for {@code MONEY} the currency as ISO 4217 has it ({@code EUR}), or several with commas between them where a
 *     person wanted one column of them; for {@code LIST} what stands between the elements, or {@code []} for JSON arrays;
 *     null for all others, and where it is not known
 */
public record Meaning(Kind kind, @Nullable String detail) {

  /** What values can stand for. */
  public enum Kind {
    NONE,
    /** A decimal; the currency is in the detail. */
    MONEY,
    /** A decimal: 12.5 for {@code 12,5 %}. */
    PERCENT, EMAIL, PHONE, POSTAL_CODE, COUNTRY,
    /** Decimal degrees. */
    LATITUDE, LONGITUDE,
    /** Latitude and longitude in one text. */
    COORDINATES,
    /** Several elements in one text. */
    LIST;

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final Meaning NONE = of(Kind.NONE);

  public Meaning {
    if (detail != null && ((kind != Kind.MONEY && kind != Kind.LIST) || detail.isEmpty())) {
      throw new IllegalArgumentException(kind + " " + detail);
    }
  }

  public static Meaning of(Kind kind) {
    return new Meaning(kind, null);
  }

  /** The name in the command line, recipes and answers, such as {@code postal-code} or {@code money:EUR}. */
  public String id() {
    return detail == null ? kind.id() : kind.id() + ":" + detail;
  }

  /** The meaning of such a name; null where there is none. */
  public static @Nullable Meaning ofId(String id) {
    int colon = id.indexOf(':');
    String name = colon < 0 ? id : id.substring(0, colon);
    String detail = colon < 0 ? null : id.substring(colon + 1);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.id().equals(name) && takes(kind, detail))
        .findFirst()
        .map(kind -> new Meaning(kind, detail))
        .orElse(null);
  }

  private static boolean takes(Kind kind, @Nullable String detail) {
    return switch (kind) {
      case MONEY -> detail == null || detail.matches("[A-Z]{3}(,[A-Z]{3})*");
      case LIST -> detail == null || detail.equals("[]") || detail.matches("[^\\p{L}\\p{N}\\s]");
      case NONE, PERCENT, EMAIL, PHONE, POSTAL_CODE, COUNTRY, LATITUDE, LONGITUDE,
          COORDINATES ->
        detail == null;
    };
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }
}
