package app.parcelle.engine.intake.csv;

/** The check digit of numbers of registers: SIREN and SIRET of French companies, cards, by the formula of Luhn (ISO/IEC 7812-1). */
final class CheckDigit {
  private CheckDigit() {}

  /** Whether the digits among some bytes have it, and nothing but blanks stands between them. */
  static boolean luhn(byte[] b, int from, int to) {
    int sum = 0;
    boolean doubled = false;
    for (int p = to - 1; p >= from; p--) {
      int digit = b[p] - '0';
      if (digit >= 0 && digit <= 9) {
        int weighted = doubled ? 2 * digit : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
        doubled = !doubled;
      } else if (b[p] != ' ' && b[p] >= 0) {
        return false;
      }
    }
    return sum % 10 == 0;
  }
}
