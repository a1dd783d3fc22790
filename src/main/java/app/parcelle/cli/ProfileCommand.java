package app.parcelle.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.profile.Association;
import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.Profiler;
import app.parcelle.engine.profile.TableProfile;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/** Says what the columns of a table hold. */
@Command(name = "profile")
@SuppressWarnings("NullAway.Init")
final class ProfileCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.tables.table")
  String table;

  @Option(names = "--pairs", descriptionKey = "cli.option.pairs")
  boolean pairs;

  @Override
  Answer on(Project open, Session session) {
    TableVersion version = TablesCommand.named(open.view(), table);
    TableProfile profile = Profiler.profile(open.data(), version, session.job());
    ObjectNode json = Json.object().put("name", profile.table()).put("rows", profile.rows());
    ArrayNode columns = json.putArray("columns");
    List<String> lines = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      columns.add(json(column, open.view().zone()));
      lines.add(session.text("cli.profile.column", column.column().name(), column.present(),
          column.missing(), column.invalid(), column.distinct(), column.quality()));
    }
    if (pairs) {
      json.set("pairs", json(Associations.of(open.data(), version, session.job())));
    }
    return new Answer(json, lines);
  }

  private static ObjectNode json(ColumnProfile profile, ZoneId zone) {
    Column column = profile.column();
    ObjectNode json = Json.object()
        .put("name", column.name())
        .put("type", column.type().id())
        .put("present", profile.present())
        .put("missing", profile.missing())
        .put("invalid", profile.invalid())
        .put("distinct", profile.distinct())
        .put("exact", profile.exact())
        .put("quality", profile.quality());
    json.set("top", shares(profile.top()));
    json.set("patterns", shares(profile.patterns()));
    ColumnProfile.Range range = profile.range();
    if (range != null) {
      double unit = Math.pow(10, column.scale());
      ObjectNode numbers = json.putObject("range")
          .put("min", ValueText.of(column, range.min(), zone))
          .put("max", ValueText.of(column, range.max(), zone))
          .put("farOut", range.farOut());
      if (column.type().isNumber()) {
        numbers.put("mean", range.mean() / unit).put("deviation", range.deviation() / unit);
      }
      ObjectNode quantiles = numbers.putObject("quantiles");
      for (int q = 0; q < Profiler.LEVELS.size(); q++) {
        quantiles.put(Profiler.LEVELS.get(q).toString(),
            ValueText.of(column, range.quantiles().get(q), zone));
      }
      ArrayNode bins = numbers.putArray("bins");
      range.bins()
          .forEach(bin -> bins.addObject()
              .put("from", ValueText.of(column, bin.from(), zone))
              .put("to", ValueText.of(column, bin.to(), zone))
              .put("rows", bin.rows()));
    }
    return json;
  }

  private static ArrayNode shares(List<ColumnProfile.Share> shares) {
    ArrayNode json = Json.object().putArray("shares");
    shares.forEach(share -> json.addObject().put("text", share.text()).put("rows", share.rows()));
    return json;
  }

  private static ObjectNode json(Associations all) {
    ObjectNode json = Json.object().put("rows", all.rows());
    ArrayNode pairs = json.putArray("associations");
    for (Association pair : all.pairs()) {
      pairs.addObject()
          .put("first", pair.first())
          .put("second", pair.second())
          .put("rows", pair.rows())
          .put("measure", pair.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("value", pair.value())
          .put("ranked", pair.ranked());
    }
    return json;
  }
}
