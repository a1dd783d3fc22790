package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;

import app.parcelle.engine.segment.FieldCatalog;

/** A statement as it grows: what it says first, each under a name of its own; the same is said once. */
final class Statement {
  private final Dialect dialect;
  private final DSLContext context;
  private final FieldCatalog catalog;
  private final Published published;
  private final Naming names = new Naming();
  private final String customers;
  private final Map<String, Select<?>> parts = new LinkedHashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  Statement(Dialect dialect, FieldCatalog catalog) {
    this.dialect = dialect;
    this.context = dialect.context();
    this.catalog = catalog;
    this.published = Published.of(catalog.tables());
    names.free(published.customers());
    names.free(published.clusters());
    names.free(published.members());
    published.tables().values().forEach(t -> {
      names.free(t.name());
      t.columns().values().stream().map(PublishedTable.PublishedColumn::parts).forEach(table -> {
        if (table != null) {
          names.free(table);
        }
      });
    });
    customers = names.free("c");
  }

  Dialect dialect() {
    return dialect;
  }

  FieldCatalog catalog() {
    return catalog;
  }

  /** What the table of all customers is called within a query. */
  String customers() {
    return customers;
  }

  Published published() {
    return published;
  }

  /** Puts a query before the statement, under a name like the one wished for; returns its name. */
  String with(String wish, Select<?> query) {
    return said.computeIfAbsent(context.renderInlined(query), _ -> {
      String free = names.free(wish);
      parts.put(free, query);
      return free;
    });
  }

  /** Puts a remark in front: words without quotes and semicolons. */
  void note(String remark) {
    notes.add("-- " + remark + "\n");
  }

  /**
   * The text of the whole: one statement with its parts in front. H2 would compute a part anew wherever it is asked for, so that there
   * each part is a temporary table and the last of several statements has the result.
   */
  String text(Select<?> last) {
    String members = with("members", last);
    return String.join("", notes) + (dialect == Dialect.H2 ? script(members) : single(members));
  }

  private String single(String members) {
    List<CommonTableExpression<?>> all = new ArrayList<>();
    parts.forEach((part, query) -> all.add(name(part).as(query)));
    return context.renderInlined(context.with(all)
        .select(DSL.asterisk())
        .from(table(name(members)))
        .orderBy(field(name(Published.NUMBER))));
  }

  private String script(String members) {
    StringBuilder script = new StringBuilder();
    parts.forEach((part, query) -> {
      script.append("create local temporary table ").append(context.render(name(part))).append(" as\n");
      script.append(context.renderInlined(query)).append(";\n\n");
      if (query.field(Published.NUMBER) != null) {
        script.append(context.renderInlined(
            context.createIndex().on(table(name(part)), field(name(Published.NUMBER))))).append(";\n\n");
      }
    });
    return script + context.renderInlined(DSL.select(DSL.asterisk())
        .from(table(name(members)))
        .orderBy(field(name(Published.NUMBER))));
  }
}
