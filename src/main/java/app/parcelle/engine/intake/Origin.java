package app.parcelle.engine.intake;

/** Where data comes from, before anything of it has been read: a file, the clipboard, a table of a database. */
public interface Origin {
  /** What the screen and the journal call it, such as {@code orders.csv}; it holds no password. */
  String name();

  /**
   * Its text.
   *
   * @param said above all which part, where the origin has several
   * @throws app.parcelle.engine.message.Problem when there is none to read
   */
  TextSource open(TextOptions said);
}
