package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SaleReport;
import app.parcelle.engine.segment.SaleJson;
import app.parcelle.engine.segment.SaleSentence;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** What counts as a sale in a table, as answers tell it. */
final class Selling {
  private Selling() {}

  /** Says what counts as a sale, and what comes of it; null takes back what was said. */
  static Answer define(Project project, String table, @Nullable Sale sale, Session session) {
    project.sales().define(TablesCommand.named(project.view(), table).tableId(), sale);
    return tell(project, table, session);
  }

  static Answer tell(Project project, String name, Session session) {
    TableVersion table = TablesCommand.named(project.view(), name);
    SaleReport report = project.sales().report(table, session.job());
    ObjectNode json = Json.object();
    json.put("table", table.name());
    json.set("sale", json(report.sale()));
    json.put("rule", report.rule());
    json.putObject("sentence")
        .put("fr", SaleSentence.of(table, new Texts(Locale.FRANCE)))
        .put("en", SaleSentence.of(table, new Texts(Locale.UK)));
    json.set("all", part(report.all()));
    json.set("ruledOut", part(report.ruledOut()));
    json.set("cancelled", part(report.cancelled()));
    json.set("tests", part(report.tests()));
    json.set("returns", part(report.returns()));
    json.set("guests", part(report.guests()));
    json.set("counted", part(report.counted()));
    List<String> lines = new ArrayList<>();
    lines.add(SaleSentence.of(table, session.texts()));
    lines.add(session.text("cli.sale.counted", report.counted().rows(), report.all().rows(),
        report.guests().rows()));
    return new Answer(json, lines);
  }

  static tools.jackson.databind.JsonNode json(@Nullable Sale sale) {
    return sale == null ? tools.jackson.databind.node.NullNode.getInstance() : SaleJson.write(sale);
  }

  private static ObjectNode part(SaleReport.Part part) {
    return Json.object()
        .put("rows", part.rows())
        .put("amount", part.amount() == null ? null : TableAnswer.plain(part.amount()));
  }
}
