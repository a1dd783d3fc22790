package app.parcelle.engine.intake.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A table, a view or the answer to a query.
 *
 * @param table its name, with or without schema; null for a query
 * @param query one statement that reads; null for a table
 */
public record DatabaseTable(DatabaseLogin login, @Nullable String table, @Nullable String query)
    implements
      Origin {

  public DatabaseTable {
    if ((table == null) == (query == null)) {
      throw new IllegalArgumentException("either a table or a query");
    }
  }

  @Override
  public String name() {
    return table == null ? login.place() : login.place() + ", " + table;
  }

  @Override
  public TextSource open(TextOptions said) {
    Drivers.Connected open = Drivers.connect(login);
    try {
      Connection connection = open.connection();
      // several drivers hold the whole answer in memory unless a transaction is open
      connection.setAutoCommit(false);
      String sql = query == null ? select(connection, String.valueOf(table)) : query;
      return new DatabaseText(this, open, sql);
    } catch (SQLException | RuntimeException e) {
      try {
        open.close();
      } catch (SQLException | IOException also) {
        e.addSuppressed(also);
      }
      throw e instanceof SQLException refusal ? Drivers.refused(login, refusal) : (RuntimeException) e;
    }
  }

  /** Names are looked up and quoted, never taken as they were typed. */
  private String select(Connection connection, String wanted) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    List<DatabaseTables.Name> names = DatabaseTables.names(about);
    DatabaseTables.Name found = names.stream()
        .filter(name -> name.shown().equals(wanted) || name.table().equals(wanted))
        .findFirst()
        .or(() -> names.stream()
            .filter(name -> name.shown().equalsIgnoreCase(wanted) || name.table().equalsIgnoreCase(wanted))
            .findFirst())
        .orElseThrow(() -> new Problem(Message.of("intake.no-database-table", wanted, login.place(),
            String.join(", ", names.stream().map(DatabaseTables.Name::shown).limit(50).toList()))));
    String quote = about.getIdentifierQuoteString().strip();
    String schema = found.schema() == null ? "" : quoted(found.schema(), quote) + ".";
    return "SELECT * FROM " + schema + quoted(found.table(), quote);
  }

  private static String quoted(String name, String quote) {
    return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
  }
}
