package app.parcelle.engine.table;

/**
 * Identifiers that are a fixed prefix and a number, such as {@code C0012345}: the code is the number, and no text is kept.
 *
 * @param prefix what stands before the digits, possibly empty
 * @param digits how many digits the number is padded to with zeros; 0 when it is written without leading zeros
 */
public record NumberedDictionary(String prefix, int digits) implements Dictionary {
  @Override
  public int size() {
    return -1;
  }

  @Override
  public String text(long code) {
    String number = Long.toString(code);
    return number.length() >= digits
        ? prefix + number
        : prefix + "0".repeat(digits - number.length()) + number;
  }

  @Override
  public long bytes() {
    return 64;
  }
}
