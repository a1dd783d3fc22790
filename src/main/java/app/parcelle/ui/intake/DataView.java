package app.parcelle.ui.intake;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/** Shows one of these: sources to import, what that would change, what was imported, a database to choose from, the tables. */
final class DataView extends StackPane {
  private final Workbench workbench;
  private final DataModels models;
  // held here, so that the view is forgotten with the view and not kept by the model
  private final InvalidationListener change = _ -> choose();
  private Class<? extends Region> shown = Region.class;

  DataView(Workbench workbench, DataModels models) {
    this.workbench = workbench;
    this.models = models;
    WeakInvalidationListener weak = new WeakInvalidationListener(change);
    models.imports().waiting().addListener(weak);
    models.imports().reports().addListener(weak);
    models.imports().pending().addListener(weak);
    models.page().addListener(weak);
    choose();
  }

  private void choose() {
    DataWords words = new DataWords(workbench.texts());
    ImportViewModel imports = models.imports();
    ImportSource.Pending pending = imports.pending().get();
    if (pending != null) {
      show(ChangesView.class, () -> new ChangesView(imports, pending.report(), words));
    } else if (!imports.waiting().isEmpty()) {
      show(ImportView.class, () -> new ImportView(imports, words));
    } else if (!imports.reports().isEmpty()) {
      show(ReportView.class, () -> new ReportView(workbench, models, words));
    } else {
      switch (models.page().get()) {
        case DATABASE -> show(DatabaseView.class, () -> new DatabaseView(models.database(), workbench.files(),
            leavingDatabase(), words));
        case SALE -> show(SaleView.class, () -> new SaleView(models.sale(),
            Objects.requireNonNull(models.sale().table().get()), models::leave, words));
        case MENDING -> show(MendingView.class, () -> new MendingView(models.mending(),
            Objects.requireNonNull(models.mending().table().get()), workbench, models::leave, words));
        case LINKS -> show(LinksView.class, () -> new LinksView(models.links(), models::leave, words));
        case TABLES -> show(TablesView.class, () -> new TablesView(workbench, models, words));
      }
    }
  }

  private DatabaseView.Leaving leavingDatabase() {
    return new DatabaseView.Leaving() {
      @Override
      public void importing(List<? extends Origin> origins) {
        models.imports().prepare(origins);
        models.leave();
      }

      @Override
      public void refreshing(TableVersion table, Origin newer) {
        models.imports().refresh(table, newer);
        models.leave();
      }

      @Override
      public void cancelled() {
        models.leave();
      }
    };
  }

  /** How a view is made when it is needed. */
  private interface Making {
    Region view();
  }

  private void show(Class<? extends Region> kind, Making making) {
    if (shown != kind) {
      shown = kind;
      getChildren().setAll(making.view());
    }
  }
}
