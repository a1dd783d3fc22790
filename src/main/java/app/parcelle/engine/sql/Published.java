package app.parcelle.engine.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.TableVersion;

/**
 * A project's tables under the names they have in a database; the same wherever they are published.
 *
 * @param tables by id
 * @param customers the table of all customers ever seen: their numbers and keys
 * @param clusters the table of saved clusterings
 * @param members the table of kept members of segments
 */
record Published(Map<String, PublishedTable> tables, String customers, String clusters, String members) {
  static final String NUMBER = "customer_number";
  static final String KEY = "key";
  static final String KEY_FOLDED = "key folded";

  static Published of(List<TableVersion> tables) {
    Naming names = new Naming();
    Map<String, PublishedTable> published = new LinkedHashMap<>();
    tables.forEach(table -> published.put(table.tableId(), PublishedTable.of(table, names)));
    return new Published(published, names.free("all customers"), names.free("clusters"),
        names.free("kept members"));
  }

  PublishedTable table(TableVersion table) {
    return table(table.tableId());
  }

  PublishedTable table(String id) {
    PublishedTable found = tables.get(id);
    if (found == null) {
      throw new Problem(Message.of("evaluate.no-table", id));
    }
    return found;
  }
}
