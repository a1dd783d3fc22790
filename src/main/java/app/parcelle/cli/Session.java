package app.parcelle.cli;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

/**
 * What every command is given.
 *
 * @param texts the language of whoever asked
 * @param job where progress goes
 */
record Session(Texts texts, JobContext job) {
  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  static Problem problem(String key, Object... args) {
    return new Problem(Message.of(key, args));
  }
}
