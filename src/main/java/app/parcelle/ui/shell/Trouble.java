package app.parcelle.ui.shell;

import app.parcelle.engine.message.BugReport;
import app.parcelle.engine.message.Message;

/** Something that the person has to have read: a failure, most often. */
sealed interface Trouble {
  /** What went wrong and what to do, in words. */
  record Expected(Message message) implements Trouble {}

  /** What has been done unasked. */
  record Done(Message message) implements Trouble {}

  /** Our mistake. */
  record Bug(BugReport report) implements Trouble {}
}
