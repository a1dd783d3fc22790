package app.parcelle.cli;

import java.util.function.Consumer;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

/**
 * What every command is given.
 *
 * @param texts the language of whoever asked
 * @param job where progress goes
 * @param aside where goes what a person should know, and is no part of the answer
 */
record Session(Texts texts, JobContext job, Consumer<Message> aside) {
  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  static Problem problem(String key, Object... args) {
    return new Problem(Message.of(key, args));
  }
}
