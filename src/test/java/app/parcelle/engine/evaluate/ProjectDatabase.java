package app.parcelle.engine.evaluate;

import java.sql.SQLException;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.Snapshots;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.sql.Publication;
import app.parcelle.engine.sql.SqlDatabase;
import app.parcelle.engine.table.Bits;

/** A project's tables in a private database. */
public final class ProjectDatabase {
  private ProjectDatabase() {}

  public static SqlDatabase of(Project project) throws SQLException {
    return SqlDatabase.of(project.data(), project.fields(), kept(project), JobContext.silent());
  }

  public static Publication.Kept kept(Project project) {
    return new Publication.Kept() {
      @Override
      public int[] clusters(String clusteringId) {
        return ProjectDatabase.clusters(project, clusteringId);
      }

      @Override
      public List<String> snapshots() {
        return project.snapshots().all().stream().map(Snapshots.Snapshot::id).toList();
      }

      @Override
      public long[] members(String snapshotId) {
        return project.snapshots().members(snapshotId);
      }
    };
  }

  private static int[] clusters(Project project, String id) {
    Field field = project.fields().find(new FieldRef("", id)).orElseThrow();
    FieldColumn column = project.column(field, new Segment.Reference.Project(), JobContext.silent());
    int[] clusters = new int[column.values().length];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = Bits.get(column.missing(), i) ? 0 : (int) column.values()[i];
    }
    return clusters;
  }
}
