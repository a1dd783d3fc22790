package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Segment;

/** Where the workbench can go, and with what. */
public sealed interface Place {
  /** Tables of the project; with an import to prepare when files are given. */
  record Data(List<Path> toImport) implements Place {}

  /** What the columns of a table hold; null for the table that was looked at last. */
  record Profile(@Nullable String tableId) implements Place {}

  /**
   * The segment builder, with a segment to open: the saved one if it is one, else an unsaved draft; null for what was
   * there.
   */
  record Segments(@Nullable Segment draft) implements Place {}

  record Clusters() implements Place {}

  /** Exports, with these saved segments ticked. */
  record Exports(List<String> segmentIds) implements Place {}
}
