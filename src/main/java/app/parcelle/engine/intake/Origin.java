package app.parcelle.engine.intake;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;

/** Where data comes from, before anything of it has been read: a file, the clipboard, a table of a database. */
public interface Origin {
  /** What the screen and the journal call it, such as {@code orders.csv}; it holds no password. */
  String name();

  /**
   * Its text.
   *
   * @param said above all which part, where the origin has several
   * @param job told of what takes time before the first byte, such as unpacking
   * @throws app.parcelle.engine.message.Problem when there is none to read
   */
  TextSource open(TextOptions said, JobContext job);

  /** What is another one when the bytes have changed, such as their size and time; null where nobody knows. */
  default @Nullable Object stamp() {
    return null;
  }
}
