package app.parcelle.ui.profile;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.Association;
import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.profile.PairPicture;
import app.parcelle.engine.profile.Profiler;
import app.parcelle.engine.profile.TableProfile;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** The part of a project whose tables can be looked at. */
interface ProfileSource {
  List<TableVersion> tables();

  FieldCatalog fields();

  ZoneId zone();

  TableProfile profile(TableVersion table, JobContext job);

  Associations associations(TableVersion table, JobContext job);

  /** The picture of a pair; null where one of its columns cannot be compared any more. */
  @Nullable
  PairPicture picture(TableVersion table, Association pair, JobContext job);

  static ProfileSource of(Project project) {
    return new ProfileSource() {
      @Override
      public List<TableVersion> tables() {
        return project.view().tables();
      }

      @Override
      public FieldCatalog fields() {
        return project.fields();
      }

      @Override
      public ZoneId zone() {
        return project.view().zone();
      }

      @Override
      public TableProfile profile(TableVersion table, JobContext job) {
        return Profiler.profile(project.data(), table, job);
      }

      @Override
      public Associations associations(TableVersion table, JobContext job) {
        return Associations.of(project.data(), table, job);
      }

      @Override
      public @Nullable PairPicture picture(TableVersion table, Association pair, JobContext job) {
        return PairPicture.of(project.data(), table, column(table, pair.first()),
            column(table, pair.second()),
            job);
      }
    };
  }

  /** The column of that name. */
  static Column column(TableVersion table, String name) {
    return table.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }
}
