package app.parcelle.engine.profile;

/** The shape of a text: {@code A} for capitals, {@code a} for other letters, {@code 9} for digits, other signs themselves. */
final class Shape {
  private static final int LONGEST = 24;

  private Shape() {}

  /** Letters in a row are shown once, digits each for itself, so that a shorter number is another shape: {@code Aa 999}. */
  static String of(String text) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (shape.length() == LONGEST) {
        return shape.append('…').toString();
      }
      char c = text.charAt(i);
      char sign = Character.isDigit(c)
          ? '9'
          : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c;
      boolean again = (sign == 'a' || sign == 'A') && !shape.isEmpty()
          && shape.charAt(shape.length() - 1) == sign;
      if (!again) {
        shape.append(sign);
      }
    }
    return shape.toString();
  }
}
