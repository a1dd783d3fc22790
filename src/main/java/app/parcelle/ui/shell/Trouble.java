package app.parcelle.ui.shell;

import app.parcelle.engine.message.BugReport;
import app.parcelle.engine.message.Message;

/** Something to tell the person about a failure. */
sealed interface Trouble {
  /** What went wrong and what to do, in words. */
  record Expected(Message message) implements Trouble {}

  /** Our mistake. */
  record Bug(BugReport report) implements Trouble {}
}
