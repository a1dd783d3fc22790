package app.parcelle.ui.intake;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import app.parcelle.ui.shell.Workbench;

/** Shows one of three: files to import, what was imported, the tables. */
final class DataView extends StackPane {
  private final Workbench workbench;
  private final TablesViewModel tables;
  private final ImportViewModel imports;
  // held here, so that the view is forgotten with the view and not kept by the model
  private final InvalidationListener change = _ -> choose();
  private Class<? extends Region> shown = Region.class;

  DataView(Workbench workbench, TablesViewModel tables, ImportViewModel imports) {
    this.workbench = workbench;
    this.tables = tables;
    this.imports = imports;
    WeakInvalidationListener weak = new WeakInvalidationListener(change);
    imports.files().addListener(weak);
    imports.reports().addListener(weak);
    choose();
  }

  private void choose() {
    DataWords words = new DataWords(workbench.texts());
    if (!imports.files().isEmpty()) {
      show(ImportView.class, () -> new ImportView(imports, words));
    } else if (!imports.reports().isEmpty()) {
      show(ReportView.class, () -> new ReportView(workbench, imports, words));
    } else {
      show(TablesView.class, () -> new TablesView(workbench, tables, words));
    }
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
