package app.parcelle.engine.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.TableVersion;

/**
 * What a project holds at one point of its history, without the values. Immutable.
 *
 * @param filings how the segments are kept
 * @param directory customers ever seen
 * @param base customers that segments start from, as of the last event that counts
 * @param saved when it was last changed; null for a new project
 */
public record ProjectView(String name, ZoneId zone, List<TableVersion> tables, List<SavedSegment> segments,
    List<SavedClustering> clusterings, Filings filings, int directory, int base, @Nullable Instant saved) {
  /** A project whose segments are in no folders. */
  public ProjectView(String name, ZoneId zone, List<TableVersion> tables, List<SavedSegment> segments,
      List<SavedClustering> clusterings, int directory, int base, @Nullable Instant saved) {
    this(name, zone, tables, segments, clusterings, Filings.NONE, directory, base, saved);
  }

  /** A segment under its stable id. */
  public record SavedSegment(String id, Segment segment) {
    /** The condition that says "is in the segment". */
    public Condition membership() {
      return new Condition.InSegment(new FieldRef(segment.name(), id), true, new Condition.Membership.Live());
    }
  }

  /**
   * A clustering under its stable id; its values are those of the field of the same id.
   *
   * @param names what the person calls its clusters, one each, empty where nothing was said; none where nothing was said at all
   * @param customers how many customers there were when they were last assigned
   * @param hasModel whether new customers can be assigned
   */
  public record SavedClustering(String id, String name, ClusterRequest request, int k, List<Integer> sizes,
      List<String> names, int customers, boolean hasModel) {}

  /** A table as it is now, where that is another version than the one known. */
  public Optional<TableVersion> changed(TableVersion known) {
    return tables.stream()
        .filter(now -> now.tableId().equals(known.tableId()) && !now.equals(known))
        .findFirst();
  }
}
