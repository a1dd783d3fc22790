package app.parcelle.ui.intake;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/**
 * What the data screen is about, and which page of it the person has gone to.
 *
 * @param page shown where nothing is being imported or reported
 */
record DataModels(TablesViewModel tables, ImportViewModel imports, DatabaseViewModel database,
    SaleViewModel sale, ObjectProperty<Page> page) {

  /** What there is to see besides an import and its report. */
  enum Page {
    TABLES, DATABASE, SALE
  }

  /** Shows the tables again. */
  void leave() {
    page.set(Page.TABLES);
  }

  /** Goes to what counts as a sale in a table. */
  void define(TableVersion table) {
    sale.open(table);
    page.set(Page.SALE);
  }

  /** Takes over what the project now holds. */
  void refresh() {
    tables.refresh();
    sale.refresh();
  }

  static DataModels of(Workbench workbench) {
    ImportViewModel imports = new ImportViewModel(ImportSource.of(workbench.project()), workbench.jobs(),
        workbench::complain, workbench::changed);
    return new DataModels(new TablesViewModel(workbench), imports,
        new DatabaseViewModel(workbench.jobs(), workbench::complain), new SaleViewModel(workbench),
        new SimpleObjectProperty<>(Page.TABLES));
  }
}
