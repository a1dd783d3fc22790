package app.parcelle.ui.shell;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.segment.Segment;

/** Where the workbench can go, and with what. */
public sealed interface Place {
  /** Tables of the project; with an import to prepare when sources are given. */
  record Data(List<? extends Origin> toImport) implements Place {}

  /** A database to choose tables from, which are then imported. */
  record Database() implements Place {
    @Override
    public Class<? extends Place> section() {
      return Data.class;
    }
  }

  /** The places of a section have that of its home in common. */
  default Class<? extends Place> section() {
    return getClass();
  }

  /** What the columns of a table hold; null for the table that was looked at last. */
  record Profile(@Nullable String tableId) implements Place {}

  /**
   * The segment builder, with a segment to open: the saved one if it is one, else an unsaved draft; null for what was
   * there.
   */
  record Segments(@Nullable Segment draft) implements Place {}

  /** The saved segments in their folders. */
  record Library() implements Place {}

  /** Segments seen together; those looked at last where none is given. */
  record Overlap(List<String> segmentIds) implements Place {}

  /** A saved segment to be split into children; null for the one looked at last. */
  record Split(@Nullable String segmentId) implements Place {}

  /** The segment builder as it is, saying why a customer is in or out. */
  record Why(String customerKey) implements Place {
    @Override
    public Class<? extends Place> section() {
      return Segments.class;
    }
  }

  record Clusters() implements Place {}

  /** What customers are worth. */
  record Value() implements Place {}

  /** Exports, with these saved segments ticked. */
  record Exports(List<String> segmentIds) implements Place {}
}
