package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.TableVersion;

/**
 * A link made or taken away, or a table made one of lookup.
 *
 * @param column that has the link, or is the key of the lookup table
 * @param to where it leads, as {@code TABLE.COLUMN}; null where a link goes, or a lookup table is made
 */
record Linking(Kind kind, String table, String column, @Nullable String to) {
  enum Kind {
    LINK, UNLINK, LOOKUP
  }

  Answer run(Project project, Session session) {
    TableVersion before = TablesCommand.named(project.view(), table);
    switch (kind) {
      case LINK -> project.links()
          .link(before.tableId(), LinkWords.link(column, to == null ? "" : to, project.view()),
              session.job());
      case UNLINK -> project.links().unlink(before.tableId(), column, session.job());
      case LOOKUP -> project.links().makeLookup(before.tableId(), column, session.job());
    }
    TableVersion after = TablesCommand.named(project.view(), table);
    LinkReport report = project.links().report(after, session.job());
    ObjectNode json = TableAnswer.json(after);
    json.set("links", LinkAnswer.json(report));
    List<String> lines = new ArrayList<>();
    lines.add(session.text("cli.tables.table", after.name(), after.rows(), after.columns().size()));
    LinkAnswer.lines(report, lines, session);
    return new Answer(json, lines);
  }
}
