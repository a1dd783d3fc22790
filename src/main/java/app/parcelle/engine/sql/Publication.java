package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.sql.PublishedTable.PublishedColumn;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableVersion;

/**
 * Writes the tables of a project into a database, in the form that {@link SegmentSql} reads: see {@code src/docs/sql.md}. The
 * database must not hold tables of these names.
 */
public final class Publication {
  private final Dataset data;
  private final FieldCatalog catalog;
  private final Kept kept;
  private final Published published;
  private final Connection connection;
  private final Dialect dialect;
  private final DSLContext context;
  private final JobContext job;

  /** What a project keeps beside its tables. */
  public interface Kept {
    /** The clusters of a saved clustering by customer number; 0 where there is none. */
    int[] clusters(String clusteringId);

    /** The ids of all snapshots of segments. */
    List<String> snapshots();

    /** The members that a snapshot has kept: one bit a customer number, of those that there were. */
    long[] members(String snapshotId);
  }

  private Publication(Dataset data, FieldCatalog catalog, Kept kept, Connection connection,
      Dialect dialect, JobContext job) {
    this.data = data;
    this.catalog = catalog;
    this.kept = kept;
    this.published = Published.of(catalog.tables());
    this.connection = connection;
    this.dialect = dialect;
    this.context = dialect.context();
    this.job = job;
  }

  /**
   * Writes all tables.
   *
   * @param connection to a database of that dialect
   * @throws SQLException when the database refuses
   */
  public static void write(Dataset data, FieldCatalog catalog, Kept kept, Connection connection,
      Dialect dialect, JobContext job) throws SQLException {
    Publication publication = new Publication(data, catalog, kept, connection, dialect, job);
    publication.customers();
    for (PublishedTable table : publication.published.tables().values()) {
      publication.table(table);
    }
    publication.clusters();
    publication.members();
  }

  private static Field<?> column(String name, DataType<?> type) {
    return field(name(name), type);
  }

  private void create(String table, List<Field<?>> columns) throws SQLException {
    execute(context.createTable(name(table)).columns(columns).getSQL());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private RowBatch batch(String table, List<Field<?>> columns) throws SQLException {
    create(table, columns);
    return RowBatch.into(table, columns, connection, job);
  }

  private void index(String table, String column) throws SQLException {
    execute(context.createIndex().on(DSL.table(name(table)), field(name(column))).getSQL());
  }

  private void customers() throws SQLException {
    List<Field<?>> columns = List.of(column(Published.NUMBER, SQLDataType.BIGINT.notNull()),
        column(Published.KEY, SQLDataType.VARCHAR), column(Published.KEY_FOLDED, SQLDataType.VARCHAR));
    try (RowBatch batch = batch(published.customers(), columns)) {
      for (int customer = 0; customer < data.customers().size(); customer++) {
        String key = data.customers().text(customer);
        batch.add((long) customer, key, Folding.fold(key));
      }
    }
    execute(
        context.alterTable(name(published.customers())).add(DSL.primaryKey(name(Published.NUMBER))).getSQL());
  }

  private void clusters() throws SQLException {
    List<Field<?>> columns = List.of(column("clustering", SQLDataType.VARCHAR),
        column(Published.NUMBER, SQLDataType.BIGINT), column("cluster", SQLDataType.INTEGER));
    try (RowBatch batch = batch(published.clusters(), columns)) {
      for (app.parcelle.engine.segment.Field known : catalog.fields()) {
        if (known instanceof app.parcelle.engine.segment.Field.Cluster) {
          int[] assigned = kept.clusters(known.id());
          for (int customer = 0; customer < assigned.length; customer++) {
            if (assigned[customer] != 0) {
              batch.add(known.id(), (long) customer, assigned[customer]);
            }
          }
        }
      }
    }
  }

  private void members() throws SQLException {
    List<Field<?>> columns = List.of(column("snapshot", SQLDataType.VARCHAR),
        column(Published.NUMBER, SQLDataType.BIGINT));
    try (RowBatch batch = batch(published.members(), columns)) {
      for (String snapshot : kept.snapshots()) {
        long[] members = kept.members(snapshot);
        for (int customer = 0; customer < Math.min(64 * members.length,
            data.customers().size()); customer++) {
          if (Bits.get(members, customer)) {
            batch.add(snapshot, (long) customer);
          }
        }
      }
    }
  }

  private void table(PublishedTable table) throws SQLException {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(column(table.row(), SQLDataType.BIGINT.notNull()));
    if (table.ofCustomers()) {
      columns.add(column(table.customer(), SQLDataType.BIGINT));
    }
    for (PublishedColumn column : table.columns().values()) {
      columns.add(column(column.value(), type(column.column())));
      if (column.folded() != null) {
        columns.add(column(column.folded(), SQLDataType.VARCHAR));
      }
      columns.add(column(column.invalid(), SQLDataType.BOOLEAN.notNull()));
      if (column.granted() != null) {
        columns.add(column(column.granted(), SQLDataType.BOOLEAN));
      }
    }
    try (RowBatch batch = batch(table.name(), columns)) {
      new TableRows(data, table).each(batch);
    }
    for (PublishedColumn column : table.columns().values()) {
      if (column.parts() != null) {
        parts(table, column, column.parts());
      }
    }
    if (table.ofCustomers()) {
      index(table.name(), table.customer());
    }
    if (table.ofEvents()) {
      counting(table);
    }
  }

  private static DataType<?> type(Column column) {
    return switch (column.type()) {
      case TEXT, IDENTIFIER -> SQLDataType.VARCHAR;
      case WHOLE -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.NUMERIC(Math.max(19, column.scale()), column.scale());
      case YES_NO -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.LOCALDATE;
      case DATE_TIME -> SQLDataType.TIMESTAMPWITHTIMEZONE(3);
    };
  }

  private void parts(PublishedTable table, PublishedColumn column, String name) throws SQLException {
    boolean list = column.column().meaning().is(Meaning.Kind.LIST);
    Field<?> row = column(ListSql.ROW, SQLDataType.BIGINT.notNull());
    List<Field<?>> columns = list
        ? List.of(row, column(ListSql.ELEMENT, SQLDataType.VARCHAR),
            column(ListSql.FOLDED, SQLDataType.VARCHAR))
        : List.of(row, column(PlaceSql.LATITUDE, PlaceSql.DEGREES),
            column(PlaceSql.LONGITUDE, PlaceSql.DEGREES));
    try (RowBatch batch = batch(name, columns)) {
      TableRows rows = new TableRows(data, table);
      if (list) {
        rows.elements(column.column(), batch);
      } else {
        rows.coordinates(column.column(), batch);
      }
    }
    index(name, ListSql.ROW);
  }

  /** Which rows count is said in SQL as well, by the rule of the table. */
  private void counting(PublishedTable table) throws SQLException {
    TableVersion version = table.table();
    execute(context.alterTable(name(table.name()))
        .addColumn(field(name(table.counts()), SQLDataType.BOOLEAN))
        .getSQL());
    execute(context.alterTable(name(table.name()))
        .addColumn(field(name(table.purchase()), SQLDataType.BOOLEAN))
        .getSQL());
    View view = new View(new app.parcelle.engine.sql.Statement(dialect, catalog), LocalDate.EPOCH,
        data.zone());
    RowSql rows = RowSql.of(new EventRows(view, table, table.name()));
    Condition counts = rows.condition(SaleRule.counting(version));
    Condition purchase = SaleRule.returns(version)
        .map(returns -> counts.and(RowSql.no(rows.condition(returns))))
        .orElse(counts);
    execute(context.renderInlined(context.update(DSL.table(name(table.name())))
        .set(field(name(table.counts()), Boolean.class), known(counts))
        .set(field(name(table.purchase()), Boolean.class), known(purchase))));
  }

  private static Field<Boolean> known(Condition condition) {
    return coalesce(field(condition), inline(false));
  }
}
