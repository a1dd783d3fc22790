package app.parcelle.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableVersion;

/** Links as options say them: {@code COLUMN=TABLE.COLUMN}. Names may have points in them: the longest name of a table is meant. */
final class LinkWords {
  private LinkWords() {}

  static List<Link> links(Map<String, String> said, ProjectView view) {
    List<Link> links = new ArrayList<>();
    said.forEach((column, to) -> links.add(link(column, to, view)));
    return links;
  }

  static Link link(String column, String to, ProjectView view) {
    String table = view.tables()
        .stream()
        .map(TableVersion::name)
        .filter(name -> Folding.fold(to).startsWith(Folding.fold(name) + "."))
        .max(Comparator.comparingInt(String::length))
        .orElseGet(() -> to.contains(".") ? to.substring(0, to.indexOf('.')) : to);
    if (to.length() <= table.length() + 1) {
      throw new Misuse("cli.problem.no-target", to);
    }
    return new Link(column, table, to.substring(table.length() + 1));
  }
}
