package app.parcelle.ui.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SaleReport;
import app.parcelle.engine.segment.SaleSentence;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/** What counts as a sale in a table of events: what is said now, a draft of what is to be said, and what it comes to. */
final class SaleViewModel {
  static final String REPORT = "data/sale-report";
  static final String DEFINE = "data/sale";

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable TableVersion> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Sale> draft = new ReadOnlyObjectWrapper<>(Sale.ALL);
  private final ReadOnlyObjectWrapper<@Nullable SaleReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();

  /** Which of the two lists of rows that are left out. */
  enum LeftOut {
    CANCELLED, TESTS
  }

  SaleViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  ReadOnlyObjectProperty<@Nullable TableVersion> table() {
    return table.getReadOnlyProperty();
  }

  /** What the person is about to say. */
  ReadOnlyObjectProperty<Sale> draft() {
    return draft.getReadOnlyProperty();
  }

  /** What the definition that holds now does to the rows; null until it has been counted. */
  ReadOnlyObjectProperty<@Nullable SaleReport> report() {
    return report.getReadOnlyProperty();
  }

  /** Why the draft was refused; null where it was not. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty defining() {
    return workbench.jobs().running(DEFINE);
  }

  void open(TableVersion opened) {
    table.set(opened);
    report.set(null);
    problem.set(null);
    draft.set(saleOf(opened));
    Project project = workbench.project();
    workbench.jobs()
        .run(REPORT, Message.of("sale.job.count", opened.name()), job -> project.sales().report(opened, job),
            report::set, workbench::complain);
  }

  private static Sale saleOf(TableVersion of) {
    return Objects.requireNonNullElse(of.sale(), Sale.ALL);
  }

  /** The draft as one sentence. */
  String sentence() {
    TableVersion shown = table.get();
    return shown == null ? "" : sentence(shown.withSale(draft.get()));
  }

  /** What counts as a sale in a table, as one sentence. */
  String sentence(TableVersion of) {
    return SaleSentence.of(of, workbench.texts());
  }

  boolean changed() {
    TableVersion shown = table.get();
    return shown != null && !draft.get().equals(saleOf(shown));
  }

  void edit(UnaryOperator<Sale> said) {
    problem.set(null);
    draft.set(said.apply(draft.get()));
  }

  // rows that are left out

  List<Sale.Rows> rows(LeftOut which) {
    return which == LeftOut.CANCELLED ? draft.get().cancelled() : draft.get().tests();
  }

  void leaveOut(LeftOut which, Sale.Rows rows) {
    List<Sale.Rows> more = new ArrayList<>(rows(which));
    more.add(rows);
    replace(which, more);
  }

  void keep(LeftOut which, Sale.Rows rows) {
    replace(which, rows(which).stream().filter(other -> !other.equals(rows)).toList());
  }

  private void replace(LeftOut which, List<Sale.Rows> rows) {
    edit(sale -> new Sale(sale.returns(), which == LeftOut.CANCELLED ? rows : sale.cancelled(),
        which == LeftOut.TESTS ? rows : sale.tests(), sale.amount(), sale.cost()));
  }

  /** Columns that can be amounts, discounts, taxes or costs. */
  List<Column> numbers() {
    return columns().stream().filter(column -> column.type().isNumber()).toList();
  }

  /** Columns whose values can say that an order was cancelled or a test. */
  List<Column> words() {
    return columns().stream().filter(column -> !column.type().isNumber() && !column.type().isDate()).toList();
  }

  private List<Column> columns() {
    TableVersion shown = table.get();
    return shown == null
        ? List.of()
        : shown.columns().stream().filter(column -> column.origin() != Column.Origin.AMOUNT).toList();
  }

  // what is done with the draft

  /** Fills the draft with what the columns and their values speak for. */
  void propose() {
    TableVersion shown = table.get();
    if (shown != null) {
      Project project = workbench.project();
      workbench.jobs()
          .run(REPORT, Message.of("sale.job.propose", shown.name()),
              job -> project.sales().propose(shown, job),
              found -> edit(_ -> found), workbench::complain);
    }
  }

  /** Makes the draft what counts; every figure follows. */
  void define() {
    TableVersion shown = table.get();
    if (shown == null) {
      return;
    }
    Sale said = draft.get();
    Project project = workbench.project();
    workbench.jobs().run(DEFINE, Message.of("sale.job.define", shown.name()), _ -> {
      project.sales().define(shown.tableId(), said);
      return said;
    }, _ -> {
      workbench.changed();
      workbench.say(Message.of("sale.defined", shown.name()));
      refresh();
    }, failure -> {
      if (failure instanceof Problem refused) {
        problem.set(refused.message());
      } else {
        workbench.complain(failure);
      }
    });
  }

  /** Takes over what the project now says, unless the person is writing. */
  void refresh() {
    TableVersion shown = table.get();
    if (shown != null) {
      workbench.view().get().changed(shown).ifPresent(this::open);
    }
  }
}
