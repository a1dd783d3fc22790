package app.parcelle.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmJson;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.engine.value.RfmSegment;

/** Scores customers by recency, frequency and amount. */
@Command(name = "rfm")
@SuppressWarnings("NullAway.Init")
final class RfmCommand extends ProjectCommand {
  @Option(names = "--model", paramLabel = "M.json", descriptionKey = "cli.option.rfm.model")
  @Nullable
  Path model;

  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "cli.option.rfm.table")
  @Nullable
  String table;

  @Option(names = "--scores", paramLabel = "N", descriptionKey = "cli.option.rfm.scores")
  int scores = 5;

  @Option(names = "--edges", paramLabel = "equal|quantiles", descriptionKey = "cli.option.rfm.edges")
  Rule edges = Rule.equal;

  @Option(names = "--recency", paramLabel = "days|months", descriptionKey = "cli.option.rfm.recency")
  Unit recency = Unit.days;

  @Option(names = "--monetary", paramLabel = "sum|mean", descriptionKey = "cli.option.rfm.monetary")
  Worth monetary = Worth.sum;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "cli.option.as-of", converter = Converters.Day.class)
  @Nullable
  LocalDate asOf;

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "cli.option.rfm.since", converter = Converters.Day.class)
  @Nullable
  LocalDate since;

  @Option(names = "--keep", descriptionKey = "cli.option.rfm.keep")
  boolean keep;

  /** As it is written on the command line. */
  enum Rule {
    equal, quantiles
  }

  /** As it is written on the command line. */
  enum Unit {
    days, months
  }

  /** As it is written on the command line. */
  enum Worth {
    sum, mean
  }

  @Override
  Answer on(Project open, Session session) {
    RfmModel asked = model(open, session);
    Segment.Reference reference = asOf == null
        ? new Segment.Reference.Project()
        : new Segment.Reference.Fixed(asOf);
    RfmReport report = open.rfm().report(asked, reference, session.job());
    ObjectNode json = json(report);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < report.segments().size(); i++) {
      Figures figures = report.segments().get(i);
      lines.add(session.text("cli.rfm.segment", asked.names().get(i), figures.customers(), figures.orders(),
          figures.revenue()));
    }
    if (since != null) {
      moves(open.rfm().report(asked, new Segment.Reference.Fixed(since), session.job()), report, json);
    }
    if (keep) {
      open.rfm().keep(asked);
    }
    return new Answer(json, lines);
  }

  private RfmModel model(Project open, Session session) {
    if (model != null) {
      ObjectNode document = (ObjectNode) JsonMapper.builder().build().readTree(Json.text(model));
      String named = document.path("table").asString("");
      document.put("table", table(open, named.isEmpty() ? null : named).tableId());
      return RfmJson.read(document);
    }
    boolean kept = table == null && scores == 5 && edges == Rule.equal && recency == Unit.days
        && monetary == Worth.sum;
    if (kept && open.rfm().model().isPresent()) {
      return open.rfm().model().get();
    }
    return new RfmModel(table(open, table).tableId(), scores,
        recency == Unit.days ? RecencyUnit.DAYS : RecencyUnit.MONTHS,
        monetary == Worth.sum ? Monetary.SUM : Monetary.MEAN,
        edges == Rule.equal ? new Edges.EqualGroups() : new Edges.QuantilesPlusOne(),
        RfmSegment.usual(scores,
            // keys: value.segment.*
            usual -> session.text("value.segment." + usual.name().toLowerCase(Locale.ROOT))),
        session.text("value.others"));
  }

  private static TableVersion table(Project open, @Nullable String name) {
    return open.view()
        .tables()
        .stream()
        .filter(t -> t.kind() == TableKind.EVENTS)
        .filter(t -> name == null
            ? open.rfm().fits(t)
            : t.name().equalsIgnoreCase(name) || t.tableId().equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem(name == null
            ? Message.of("value.fault.noTable")
            : Message.of("evaluate.no-table", name)));
  }

  private static ObjectNode json(RfmReport report) {
    ObjectNode json = Json.object().put("asOf", report.day().toString());
    json.set("model", RfmJson.tree(report.model()));
    json.set("all", json(report.all()));
    ObjectNode edges = json.putObject("edges");
    List<String> parts = List.of("recency", "frequency", "monetary");
    for (int i = 0; i < parts.size(); i++) {
      ArrayNode part = edges.putArray(parts.get(i));
      for (double edge : report.scores().edges().get(i)) {
        if (Double.isInfinite(edge)) {
          part.addNull();
        } else {
          part.add(edge);
        }
      }
    }
    ArrayNode grid = json.putArray("grid");
    for (int r = 0; r < report.cells().length; r++) {
      for (int f = 0; f < report.cells().length; f++) {
        ObjectNode cell = Json.object().put("recency", r + 1).put("frequency", f + 1);
        cell.setAll(json(report.cells()[r][f]));
        grid.add(cell);
      }
    }
    ArrayNode segments = json.putArray("segments");
    for (int i = 0; i < report.segments().size(); i++) {
      ObjectNode segment = Json.object().put("name", report.model().names().get(i));
      segment.setAll(json(report.segments().get(i)));
      segments.add(segment);
    }
    return json;
  }

  private static ObjectNode json(Figures figures) {
    return Json.object()
        .put("customers", figures.customers())
        .put("orders", figures.orders())
        .put("revenue", figures.revenue())
        .put("averageBasket", figures.averageBasket())
        .put("medianRecency", figures.recency());
  }

  private static void moves(RfmReport before, RfmReport after, ObjectNode json) {
    int[][] moves = RfmReport.moves(before, after);
    ObjectNode node = json.putObject("moves").put("since", before.day().toString());
    ArrayNode list = node.putArray("between");
    List<String> names = new ArrayList<>(after.model().names());
    for (int from = 0; from < moves.length; from++) {
      for (int to = 0; to < moves.length; to++) {
        if (moves[from][to] > 0 && !(from == names.size() && to == names.size())) {
          ObjectNode move = list.addObject().put("customers", moves[from][to]);
          move.set("from", name(names, from));
          move.set("to", name(names, to));
        }
      }
    }
  }

  /** Null for those who had not bought yet. */
  private static JsonNode name(List<String> names, int at) {
    return at == names.size()
        ? tools.jackson.databind.node.NullNode.getInstance()
        : tools.jackson.databind.node.StringNode.valueOf(names.get(at));
  }
}
