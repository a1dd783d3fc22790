package app.parcelle.cli;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Options that make no sense together: a mistake in the command, not in the data. */
final class Misuse extends Problem {
  private static final long serialVersionUID = 1;

  Misuse(String key, Object... args) {
    super(Message.of(key, args));
  }
}
