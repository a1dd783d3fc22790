package app.parcelle.engine.intake.database;

import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;

/** What tables and views a database shows to a login. */
public final class DatabaseTables {
  private static final Set<String> OWN_SCHEMAS = Set.of("information_schema", "pg_catalog", "sys",
      "mysql", "performance_schema");

  private DatabaseTables() {}

  /**
   * A table or view.
   *
   * @param schema null where the database has none
   */
  public record Name(@Nullable String schema, String table) {
    /** As people write it, such as {@code public.orders}. */
    public String shown() {
      return schema == null ? table : schema + "." + table;
    }
  }

  /**
   * Tables and views by schema and name; those of the database's own schemas are left out.
   *
   * @throws app.parcelle.engine.message.Problem when the database cannot be reached
   */
  public static List<Name> of(DatabaseLogin login) {
    try (Drivers.Connected open = Drivers.connect(login)) {
      return names(open.connection().getMetaData());
    } catch (SQLException e) {
      throw Drivers.refused(login, e);
    } catch (IOException e) {
      throw IntakeProblems.of(login.place(), e);
    }
  }

  static List<Name> names(DatabaseMetaData about) throws SQLException {
    List<Name> names = new ArrayList<>();
    try (ResultSet row = about.getTables(null, null, "%", new String[]{"TABLE", "VIEW", "PARTITIONED TABLE",
        "MATERIALIZED VIEW", "FOREIGN TABLE"})) {
      while (row.next()) {
        // what is a schema elsewhere is a catalogue in MySQL
        String schema = row.getString("TABLE_SCHEM");
        schema = schema == null ? row.getString("TABLE_CAT") : schema;
        if (schema == null || !OWN_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
          names.add(new Name(schema == null || schema.isEmpty() ? null : schema,
              row.getString("TABLE_NAME")));
        }
      }
    }
    return names;
  }
}
