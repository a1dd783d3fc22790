package app.parcelle.engine.table;

/** The texts behind the codes of a text column: code to text. Immutable and safe between threads. */
public interface Dictionary {
  /** How many codes there are, 0 to size - 1; or -1 where texts are computed and codes are not dense. */
  int size();

  /** The text of a code, as it was read (trimmed). */
  String text(long code);

  /** About how many bytes of heap it holds. */
  long bytes();
}
