package app.parcelle.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.cli.Scenario.Step;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportTemplate;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.SavedImport.Mode;
import app.parcelle.engine.segment.JsonPart;
import app.parcelle.engine.segment.SaleJson;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

/** Reads a scenario strictly: what is unknown, missing or of another type is refused with its JSON Pointer. */
final class ScenarioReader {
  static final int VERSION = 1;

  private static final List<Mode> MODES = List.of(Mode.APPEND, Mode.REPLACE, Mode.UPDATE);
  private static final List<String> STEPS = List.of("import", "refresh", "mend", "retry", "link", "unlink",
      "lookup",
      "sale", "segment", "cluster", "export");

  private final Path folder;

  /** @param folder the scenario's; the files it names are looked for from there */
  private ScenarioReader(Path folder) {
    this.folder = folder;
  }

  /** @throws Problem when the file cannot be read or is no scenario */
  static Scenario read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    JsonPart root = new JsonPart(Json.read(file), "");
    return new ScenarioReader(folder == null ? file.toAbsolutePath() : folder).scenario(root, name);
  }

  private Scenario scenario(JsonPart root, String name) {
    root.only("version", "project", "zone", "steps");
    int version = root.part("version").whole(1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw Session.problem("cli.problem.newer-scenario", version, VERSION);
    }
    JsonPart project = root.optional("project");
    JsonPart zone = root.optional("zone");
    List<Step> steps = root.part("steps").items().stream().map(this::step).toList();
    return new Scenario(project == null ? name + ".parcelle" : inside(project),
        zone == null ? null : zone.zone(),
        steps);
  }

  private Step step(JsonPart part) {
    part.only(STEPS.toArray(String[]::new));
    List<Step> found = new ArrayList<>();
    add(found, part.optional("import"), this::imported);
    add(found, part.optional("refresh"), this::refreshed);
    add(found, part.optional("mend"), ScenarioReader::mended);
    add(found, part.optional("retry"), ScenarioReader::retried);
    add(found, part.optional("link"), ScenarioReader::link);
    add(found, part.optional("unlink"), ScenarioReader::unlink);
    add(found, part.optional("lookup"), ScenarioReader::lookup);
    add(found, part.optional("sale"), ScenarioReader::sale);
    add(found, part.optional("segment"), this::segment);
    add(found, part.optional("cluster"), ClusterStep::read);
    add(found, part.optional("export"), ScenarioReader::export);
    if (found.size() != 1) {
      throw part.expectedOneOf(STEPS);
    }
    return found.getFirst();
  }

  /** How one kind of step is read. */
  private interface Reading {
    Step of(JsonPart part);
  }

  private static void add(List<Step> found, @Nullable JsonPart part, Reading reading) {
    if (part != null) {
      found.add(reading.of(part));
    }
  }

  private Step imported(JsonPart part) {
    part.only("files", "options");
    List<Path> files = part.part("files").items().stream().map(this::existing).toList();
    return new Scenario.Import(part.pointer(), files, options(part));
  }

  private static ImportOptions options(JsonPart part) {
    JsonPart options = part.optional("options");
    return options == null
        ? ImportOptions.FOUND
        : under(options, () -> ImportTemplate.read(options.node()));
  }

  private Step refreshed(JsonPart part) {
    part.only("table", "file", "mode", "key", "options");
    JsonPart mode = part.optional("mode");
    return new Scenario.Refresh(part.pointer(), part.part("table").text(), existing(part.part("file")),
        mode == null ? null : mode(mode), text(part.optional("key")), options(part));
  }

  private static Mode mode(JsonPart part) {
    String said = part.text();
    return MODES.stream()
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(said))
        .findFirst()
        .orElseThrow(() -> part.expectedOneOf(List.of("append", "replace", "update")));
  }

  private static Step mended(JsonPart part) {
    part.only("table", "column", "raw", "part", "by", "missing");
    JsonPart missing = part.optional("missing");
    String by = text(part.optional("by"));
    if ((by == null) == (missing == null || !missing.flag())) {
      throw part.expectedOneOf(List.of("by", "missing"));
    }
    return new Scenario.Mend(part.pointer(), part.part("table").text(), part.part("column").text(),
        text(part.optional("raw")), text(part.optional("part")), by);
  }

  private static Step retried(JsonPart part) {
    part.only("table", "part", "by");
    return new Scenario.Retry(part.pointer(), part.part("table").text(), part.part("part").text(),
        part.part("by").text());
  }

  private static Step link(JsonPart part) {
    part.only("table", "column", "to");
    return new Scenario.Connect(part.pointer(), "link",
        new Linking(Linking.Kind.LINK, part.part("table").text(),
            part.part("column").text(), part.part("to").text()));
  }

  private static Step unlink(JsonPart part) {
    part.only("table", "column");
    return new Scenario.Connect(part.pointer(), "unlink", new Linking(Linking.Kind.UNLINK,
        part.part("table").text(), part.part("column").text(), null));
  }

  private static Step lookup(JsonPart part) {
    part.only("table", "key");
    return new Scenario.Connect(part.pointer(), "lookup", new Linking(Linking.Kind.LOOKUP,
        part.part("table").text(), part.part("key").text(), null));
  }

  private static Step sale(JsonPart part) {
    part.only("table", "sale");
    JsonPart sale = part.optional("sale");
    return new Scenario.Sell(part.pointer(), part.part("table").text(),
        sale == null ? null : SaleJson.read(sale.node(), sale.pointer()));
  }

  private Step segment(JsonPart part) {
    part.only("file", "segment", "name", "asOf", "explain", "members", "save");
    JsonPart file = part.optional("file");
    JsonPart given = part.optional("segment");
    JsonPart named = part.optional("name");
    if ((file == null ? 0 : 1) + (given == null ? 0 : 1) + (named == null ? 0 : 1) != 1) {
      throw part.expectedOneOf(List.of("file", "segment", "name"));
    }
    Segment segment = file != null
        ? SegmentJson.read(Json.text(existing(file)))
        : given != null ? under(given, () -> SegmentJson.read(given.node())) : null;
    JsonPart asOf = part.optional("asOf");
    JsonPart members = part.optional("members");
    return new Scenario.Count(part.pointer(), segment, text(named), asOf == null ? null : asOf.day(),
        text(part.optional("explain")), members == null ? null : inside(members),
        text(part.optional("save")));
  }

  private static Step export(JsonPart part) {
    part.only("segments", "personas", "to");
    return new Scenario.Export(part.pointer(),
        part.part("segments").items().stream().map(JsonPart::text).toList(), text(part.optional("personas")),
        inside(part.part("to")));
  }

  private static @Nullable String text(@Nullable JsonPart part) {
    return part == null ? null : part.text();
  }

  private Path existing(JsonPart part) {
    try {
      return folder.resolve(part.text());
    } catch (InvalidPathException e) {
      throw new Problem(Message.of("cli.problem.bad-path", part.pointer()), e);
    }
  }

  /** A file name that stays within the folder of the outputs. */
  static String inside(JsonPart part) {
    try {
      Path path = Path.of(part.text()).normalize();
      if (!path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty()) {
        return path.toString();
      }
    } catch (InvalidPathException e) {
      throw new Problem(Message.of("cli.problem.bad-path", part.pointer()), e);
    }
    throw Session.problem("cli.problem.outside", part.pointer());
  }

  /** Makes the pointer in a problem with a part one of the whole document. */
  private static <T> T under(JsonPart part, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Problem problem) {
      List<Object> args = new ArrayList<>(problem.message().args());
      for (int i = 0; i < args.size(); i++) {
        if (args.get(i) instanceof String pointer && (pointer.isEmpty() || pointer.startsWith("/"))) {
          args.set(i, part.pointer() + pointer);
        }
      }
      throw new Problem(new Message(problem.message().key(), args), problem);
    }
  }
}
