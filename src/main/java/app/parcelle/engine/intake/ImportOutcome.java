package app.parcelle.engine.intake;

import app.parcelle.engine.message.Message;

/** What became of one of several origins that were imported in one go. */
public sealed interface ImportOutcome {
  Origin origin();

  /** It is a table now. */
  record Imported(Origin origin, ImportReport report) implements ImportOutcome {}

  /** It could not be imported. */
  record Refused(Origin origin, Message why) implements ImportOutcome {}
}
