package app.parcelle.ui.intake;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/**
 * What the data screen is about, and which page of it the person has gone to.
 *
 * @param page shown where nothing is being imported or reported
 */
record DataModels(TablesViewModel tables, ImportViewModel imports, DatabaseViewModel database,
    SaleViewModel sale, MendingViewModel mending, LinksViewModel links, ObjectProperty<Page> page) {

  /** What there is to see besides an import and its report. */
  enum Page {
    TABLES, DATABASE, SALE, MENDING, LINKS
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

  /** Goes to how the tables are linked. */
  void link() {
    links.open();
    page.set(Page.LINKS);
  }

  /**
   * Goes to what was not understood of a table.
   *
   * @param only the column to begin with; null for all
   */
  void mend(TableVersion table, @Nullable Column only) {
    mending.open(table, only);
    page.set(Page.MENDING);
  }

  /** Goes to the database whose rows a table has, for newer ones. */
  void refresh(TableVersion table, SavedImport.Live live) {
    database.refresh(table, live);
    page.set(Page.DATABASE);
  }

  /** Takes over what the project now holds. */
  void refresh() {
    tables.refresh();
    sale.refresh();
    mending.refresh();
    links.refresh();
  }

  static DataModels of(Workbench workbench) {
    ImportViewModel imports = new ImportViewModel(ImportSource.of(workbench.project()), workbench.jobs(),
        workbench::complain, workbench::changed);
    return new DataModels(new TablesViewModel(workbench), imports,
        new DatabaseViewModel(workbench.jobs(), workbench::complain), new SaleViewModel(workbench),
        new MendingViewModel(new ProjectDoubts(workbench.project()), workbench),
        new LinksViewModel(workbench),
        new SimpleObjectProperty<>(Page.TABLES));
  }
}
