package app.parcelle.cli;

/** A command whose options have been read. */
interface Work {
  /**
   * Does what was asked, all of it.
   *
   * @throws app.parcelle.engine.message.Problem when it cannot be done; nothing is left half done then
   */
  Answer run(Session session);

  /** Whether the answer is to be JSON. */
  boolean json();
}
