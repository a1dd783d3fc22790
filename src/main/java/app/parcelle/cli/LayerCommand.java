package app.parcelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.Layers;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Folding;

/** Loads, renames or removes a layer of a map; then lists those that there are. */
@Command(name = "layer")
@SuppressWarnings("NullAway.Init")
final class LayerCommand extends ProjectCommand {
  @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.option.layer.file")
  @Nullable
  Path file;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.layer.name")
  @Nullable
  String name;

  @Option(names = "--names-from", paramLabel = "PROPERTY", descriptionKey = "cli.option.layer.names-from")
  @Nullable
  String property;

  @Option(names = "--rename", paramLabel = "LAYER", descriptionKey = "cli.option.layer.rename")
  @Nullable
  String renamed;

  @Option(names = "--remove", paramLabel = "LAYER", descriptionKey = "cli.option.layer.remove")
  @Nullable
  String removed;

  @Override
  void check() {
    List<String> actions = new ArrayList<>();
    Stream
        .of(file == null ? "" : "--file", renamed == null ? "" : "--rename",
            removed == null ? "" : "--remove")
        .filter(action -> !action.isEmpty())
        .forEach(actions::add);
    if (actions.size() > 1) {
      throw new Misuse("cli.problem.not-together", actions.get(0), actions.get(1));
    }
    if (renamed != null && name == null) {
      throw new Misuse("cli.problem.layer-name");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    Layers layers = open.layers();
    if (file != null) {
      layers.load(file, name, property, session.job());
    } else if (renamed != null && name != null) {
      layers.rename(named(layers, renamed), name);
    } else if (removed != null) {
      layers.remove(named(layers, removed));
    }
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("layers");
    List<String> lines = new ArrayList<>();
    for (Layers.Listed layer : layers.all()) {
      ObjectNode one = all.addObject()
          .put("id", layer.id())
          .put("name", layer.name())
          .put("corners", layer.corners());
      ArrayNode shapes = one.putArray("shapes");
      layers.shapes(layer.id()).names().forEach(shapes::add);
      lines.add(session.text("cli.layer.layer", layer.name(), layer.shapes(), layer.corners()));
    }
    return new Answer(json, lines);
  }

  private static String named(Layers layers, String name) {
    String folded = Folding.fold(name);
    return layers.all()
        .stream()
        .filter(layer -> layer.id().equals(name) || Folding.fold(layer.name()).equals(folded))
        .findFirst()
        .orElseThrow(() -> Session.problem("layer.gone", name))
        .id();
  }
}
