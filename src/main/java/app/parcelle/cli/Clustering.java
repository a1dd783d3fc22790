package app.parcelle.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Personas;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.export.CsvText;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.export.PersonaPages;
import app.parcelle.engine.export.PersonaPdf;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Dictionary;

/**
 * One search for clusters in one project.
 *
 * @param fields names or ids
 * @param rules whether to look for a rule for each cluster
 * @param beside what the clusters are compared with
 * @param assignments where to write the cluster of each customer; null for nowhere
 * @param cards where to write the personas as a PDF; null for nowhere
 * @param save the name to keep them under; null not to
 */
record Clustering(Project project, List<String> fields, ClusterOptions options, boolean rules,
    ComparisonOptions beside, @Nullable Output assignments, @Nullable Output cards,
    @Nullable String save) {
  static final long USUAL_SEED = 42;
  private static final int MOST_COMPARED = 10;

  Answer run(Session session) {
    CustomerClustering found = project.clusterings().find(request(session), session.job());
    ClusterResult result = found.result();
    result.prepared().warnings().forEach(session.aside());
    List<Persona> personas = Personas.of(result.portraits(), chosen());
    ObjectNode json = json(result, personas, session);
    List<String> lines = lines(result, personas, session);
    if (rules) {
      new ClusterRules(project, found, session).add(json, lines);
    }
    beside.add(project, found, session, json, lines);
    if (assignments != null) {
      long written = write(found, assignments.file(), session);
      json.putObject("assignments").put("path", assignments.place().toString()).put("rows", written);
      lines.add(session.text("cli.written", assignments.place().toString(), written));
    }
    if (cards != null) {
      int written = print(found, cards, session);
      json.putObject("personas").put("path", cards.place().toString()).put("personas", written);
      lines.add(session.text("cli.cluster.personas", cards.place().toString(), written));
    }
    if (save != null) {
      String id = project.clusterings().save(save, found, List.of());
      json.putObject("saved").put("id", id).put("name", save);
      lines.add(session.text("cli.saved", save));
    }
    return new Answer(json, lines);
  }

  private ClusterRequest request(Session session) {
    List<Field> chosen = chosen();
    Algorithm algorithm = AlgorithmText.read(options.algorithm, options.parameters);
    if (!algorithm.asksForK() && (options.k != null || options.maxK != null)) {
      throw Session.problem("cli.problem.finds-k", options.algorithm, options.k != null ? "k" : "max-k");
    }
    String within = options.within == null ? null : SegmentsCommand.named(project, options.within).id();
    Map<String, Double> weights = weights(chosen);
    Pipeline suggested = project.clusterings().suggested(chosen, within, algorithm, session.job());
    Pipeline pipeline = new Pipeline(
        suggested.fields().stream().map(steps -> asked(steps, weights)).toList(), options.outliers);
    int maxK = options.maxK != null ? options.maxK : options.k != null ? 0 : MOST_COMPARED;
    return new ClusterRequest(within, pipeline, algorithm, options.k, maxK, options.seed);
  }

  private List<Field> chosen() {
    return fields.stream().map(this::field).distinct().toList();
  }

  private Map<String, Double> weights(List<Field> chosen) {
    Map<String, Double> weights = new HashMap<>();
    options.weights.forEach((name, weight) -> {
      Field field = field(name);
      if (!chosen.contains(field)) {
        throw Session.problem("cli.problem.weight", field.name());
      }
      weights.put(field.id(), weight);
    });
    return weights;
  }

  private FieldSteps asked(FieldSteps suggested, Map<String, Double> weights) {
    return new FieldSteps(suggested.field(), options.missing == null ? suggested.missing() : options.missing,
        options.winsorise == null ? suggested.winsorise() : options.winsorise,
        options.shape == null ? suggested.shape() : options.shape,
        options.scale == null ? suggested.scale() : options.scale,
        options.categories == null ? suggested.encoding() : options.categories,
        weights.getOrDefault(suggested.field(), suggested.weight()));
  }

  private Field field(String text) {
    return field(project, text);
  }

  /** @param text name or id */
  static Field field(Project project, String text) {
    String name = text.strip();
    return project.fields()
        .find(FieldRef.named(name))
        .or(() -> project.fields().withId(name))
        .orElseThrow(() -> Session.problem("cli.problem.no-field", name,
            String.join(", ", project.fields().fields().stream().map(Field::name).toList())));
  }

  private static ObjectNode json(ClusterResult result, List<Persona> personas, Session session) {
    ObjectNode json = Json.object();
    json.put("k", result.k());
    if (result.recommended().isPresent()) {
      json.put("recommended", result.recommended().getAsInt());
    } else {
      json.putNull("recommended");
    }
    addChoice(result.choice(), json);
    ClusterResult.Separation separation = result.separation();
    json.put("silhouette", separation.silhouette())
        .put("silhouetteRows", separation.rows())
        .put("daviesBouldin", separation.daviesBouldin())
        .put("calinskiHarabasz", separation.calinskiHarabasz());
    addDetails(result.partition(), json);
    json.put("clustered", result.prepared().rowOf().length - result.noise())
        .put("noise", result.noise())
        .put("outliers", result.prepared().outliers().length)
        .put("missing", result.prepared().missing());
    ArrayNode sizes = json.putArray("sizes");
    result.portraits().forEach(portrait -> sizes.add(portrait.size()));
    ArrayNode profiles = json.putArray("profiles");
    for (Portrait portrait : result.portraits()) {
      add(portrait, personas.get(portrait.cluster() - 1), session, profiles.addObject());
    }
    json.put("seed", result.request().seed()).put("threads", result.threads());
    return json;
  }

  private static void addChoice(@Nullable Choice choice, ObjectNode json) {
    if (choice == null) {
      return;
    }
    ArrayNode compared = json.putArray("compared");
    for (Choice.Candidate candidate : choice.candidates()) {
      compared.add(Json.tree(candidate));
    }
    json.put("hopkins", choice.hopkins());
  }

  private static void addDetails(Partition partition, ObjectNode json) {
    for (Partition.Detail detail : partition.details()) {
      switch (detail) {
        case Partition.Detail.Inertia(double value) -> json.put("inertia", value);
        case Partition.Detail.Cost(double cost) -> json.put("cost", cost);
        case Partition.Detail.Likelihood(double logLikelihood, double bic) ->
          json.put("logLikelihood", logLikelihood).put("bic", bic);
        case Partition.Detail.Radius(double eps, int minPoints, var _) ->
          json.put("eps", eps).put("minPoints", minPoints);
        case Partition.Detail.Sample(int rows) -> json.put("sampleRows", rows);
        case Partition.Detail.Tree _,Partition.Detail.Belonging _ -> {
          // looked at, not read
        }
      }
    }
  }

  private static void add(Portrait portrait, Persona persona, Session session, ObjectNode json) {
    json.put("cluster", portrait.cluster())
        .put("size", portrait.size())
        .put("name", session.texts().text(persona.name()))
        .put("sentence", session.texts().text(persona.sentence()))
        .put("advice", session.texts().text(persona.advice()));
    ArrayNode features = json.putArray("fields");
    for (Portrait.Measure measure : portrait.measures()) {
      features.addObject()
          .put("name", measure.name())
          .put("mean", measure.own().mean())
          .put("median", measure.own().median())
          .put("overallMean", measure.overall().mean())
          .put("overallMedian", measure.overall().median())
          .put("difference", measure.difference().value());
    }
    for (Portrait.Mix mix : portrait.mixes()) {
      ArrayNode levels = features.addObject().put("name", mix.name()).putArray("levels");
      mix.levels()
          .forEach(level -> levels.addObject()
              .put("value", level.text())
              .put("share", level.share())
              .put("overall", level.overall())
              .put("lift", level.lift().value()));
    }
  }

  private List<String> lines(ClusterResult result, List<Persona> personas, Session session) {
    List<String> lines = new ArrayList<>();
    if (result.choice() != null) {
      lines.add(session.texts().text(result.choice().reason()));
    }
    for (Portrait portrait : result.portraits()) {
      Persona persona = personas.get(portrait.cluster() - 1);
      lines.add(session.text("cli.cluster.profile", portrait.cluster(), portrait.size()));
      lines.add(session.text("cli.cluster.persona", session.texts().text(persona.name()),
          session.texts().text(persona.sentence())));
      portrait.measures()
          .stream()
          .filter(m -> !Double.isNaN(m.own().median()))
          .forEach(m -> lines.add(session.text("cli.cluster.feature", title(m.name(), session),
              m.own().median(), m.overall().median())));
      portrait.mixes()
          .forEach(mix -> strongest(mix)
              .ifPresent(level -> lines.add(session.text("cli.cluster.mix", title(mix.name(), session),
                  level.text(), level.share(), level.overall()))));
    }
    if (result.prepared().missing() > 0) {
      lines.add(session.text("cli.cluster.missing", result.prepared().missing()));
    }
    if (result.prepared().outliers().length > 0) {
      lines.add(session.text("cli.cluster.outliers", result.prepared().outliers().length));
    }
    if (result.noise() > 0) {
      lines.add(session.text("cli.cluster.noise", result.noise()));
    }
    return lines;
  }

  /** The value that is more frequent in the cluster than elsewhere, if there is one. */
  private static Optional<Portrait.Level> strongest(Portrait.Mix mix) {
    return mix.levels().stream().filter(level -> level.share() > level.overall()).findFirst();
  }

  private String title(String name, Session session) {
    FieldNames names = new FieldNames(project.fields(), session.texts());
    return project.fields().find(FieldRef.named(name)).map(names::title).orElse(name);
  }

  /** Returns how many personas there are. */
  private int print(CustomerClustering found, Output to, Session session) {
    List<PersonaPage> pages = PersonaPages.of(found.result().portraits(), chosen(), List.of(),
        session.texts());
    PersonaPdf.write(to.file(), save == null ? project.view().name() : save, pages, PersonaPdf.Layout.FOUR,
        session.texts(), session.job());
    return pages.size();
  }

  /** The cluster of each customer who took part; empty for one in none. */
  private long write(CustomerClustering found, Path to, Session session) {
    Dictionary keys = project.data().customers();
    AtomicFile.write(to, stream -> {
      Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      CsvText.line(out, List.of(Counting.keyName(project.fields()), "cluster"));
      write(found, keys, out, session);
      out.flush();
    });
    return found.customers().length;
  }

  private static void write(CustomerClustering found, Dictionary keys, Writer out, Session session)
      throws IOException {
    int[] assignment = found.result().assignment();
    for (int row = 0; row < assignment.length; row++) {
      if (row % 4_096 == 0) {
        session.job().throwIfCancelled();
      }
      CsvText.line(out, List.of(keys.text(found.customers()[row]),
          assignment[row] == 0 ? "" : Integer.toString(assignment[row])));
    }
  }
}
