package app.parcelle.engine.project;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.store.Stored;

/** Another name for a saved segment. Its id stays, and with it all that refers to it. */
final class Renaming {
  private Renaming() {}

  /**
   * The segment under its new name.
   *
   * @throws Problem when the name is blank or another segment has it, whatever the case
   */
  static Stored.SavedDocument of(Stored.SavedDocument former, String name, Stored.State state) {
    if (name.isEmpty()) {
      throw new Problem(Message.of("segment.fault.noName"));
    }
    boolean taken = state.segments()
        .stream()
        .anyMatch(s -> !s.id().equals(former.id()) && s.name().equalsIgnoreCase(name));
    if (taken) {
      throw new Problem(Message.of("project.name-taken", name));
    }
    Segment segment = SegmentJson.read(former.document());
    return new Stored.SavedDocument(former.id(), name,
        SegmentJson.write(segment.named(name)));
  }
}
