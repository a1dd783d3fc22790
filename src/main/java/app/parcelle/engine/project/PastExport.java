package app.parcelle.engine.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.project.ProjectView.SavedSegment;

/**
 * Customers that were handed over once.
 *
 * @param path the file that was written
 * @param rows customers in it, each once
 * @param segments one each, in the order of the file
 * @param fingerprint of the project's data at that moment; see {@link Project#fingerprint}
 */
public record PastExport(Instant at, String path, int rows, List<OfSegment> segments, String fingerprint) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a segment was at that moment.
   *
   * @param id of the saved segment of that name at that moment; null where there was none, and in exports of former versions
   * @param document its rule, as {@link app.parcelle.engine.segment.SegmentJson} writes it
   * @param count its customers, of {@code base}, seen as of the day
   */
  public record OfSegment(String name, @Nullable String id, String document, int count, int base,
      LocalDate asOf) {
    /** Whether this is what the saved segment was, by whatever name it goes now. */
    boolean was(SavedSegment saved) {
      return id == null ? name.equalsIgnoreCase(saved.segment().name()) : id.equals(saved.id());
    }
  }

  private record Document(int version, PastExport export) {}

  public PastExport {
    segments = List.copyOf(segments);
  }

  String write() {
    return JSON.writeValueAsString(new Document(VERSION, this));
  }

  static PastExport read(String document) {
    return JSON.readValue(document, Document.class).export();
  }
}
