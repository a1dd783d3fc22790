package app.parcelle.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.project.Project;

/** Lists what was handed over, the last first. */
@Command(name = "exports")
@SuppressWarnings("NullAway.Init")
final class ExportsCommand extends ProjectCommand {
  @Override
  Answer on(Project open, Session session) {
    ObjectNode json = Json.object();
    ArrayNode exports = json.putArray("exports");
    List<String> lines = new ArrayList<>();
    for (PastExport export : open.exports()) {
      exports.add(json(export));
      lines.add(line(export, open.view().zone(), session));
    }
    return new Answer(json, lines);
  }

  private static ObjectNode json(PastExport export) {
    ObjectNode json = Json.object();
    json.put("at", export.at().toString()).put("path", export.path()).put("rows", export.rows());
    ArrayNode segments = json.putArray("segments");
    export.segments()
        .forEach(one -> segments.addObject()
            .put("name", one.name())
            .put("count", one.count())
            .put("base", one.base())
            .put("asOf", one.asOf().toString()));
    return json.put("fingerprint", export.fingerprint());
  }

  private static String line(PastExport export, ZoneId zone, Session session) {
    String segments = export.segments()
        .stream()
        .map(PastExport.OfSegment::name)
        .collect(Collectors.joining(", "));
    return session.text("cli.exports.export", export.at().atZone(zone), export.path(), export.rows(),
        segments);
  }
}
