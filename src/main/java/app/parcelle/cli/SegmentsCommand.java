package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Filing;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.table.Folding;

/** Lists the saved segments with their folders, tags and notes, or changes those of one. */
@Command(name = "segments")
@SuppressWarnings("NullAway.Init")
final class SegmentsCommand extends ProjectCommand {
  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.segment.name")
  @Nullable
  String name;

  @Option(names = "--in", paramLabel = "FOLDER", descriptionKey = "cli.option.segments.in")
  @Nullable
  String in;

  @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "cli.option.segments.folder")
  @Nullable
  String folder;

  @Option(names = "--tags", split = ",", paramLabel = "TAG", descriptionKey = "cli.option.segments.tags")
  @Nullable
  List<String> tags;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "cli.option.segments.note")
  @Nullable
  String note;

  @Override
  void check() {
    if (name == null && (folder != null || tags != null || note != null)) {
      throw new Misuse("cli.problem.needs", folder != null ? "--folder" : tags != null ? "--tags" : "--note",
          "--name");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    if (name != null) {
      change(open, named(open, name));
    }
    ObjectNode json = Json.object();
    ArrayNode folders = json.putArray("folders");
    Filings filings = open.view().filings();
    filings.allFolders().forEach(folders::add);
    ArrayNode segments = json.putArray("segments");
    List<String> lines = new ArrayList<>();
    String wanted = in;
    for (SavedSegment saved : open.view().segments()) {
      Filing filing = filings.of(saved.id());
      if ((name == null || Folding.fold(saved.segment().name()).equals(Folding.fold(name)))
          && (wanted == null
              || Filings.within(/* path= */ filing.folder(), /* folder= */ filings.path(wanted)))) {
        int count = open.evaluate(saved.segment(), session.job()).count();
        segments.add(json(open, saved, filing, count));
        lines.add(session.text("cli.segments.segment", saved.segment().name(), count,
            filing.folder().isEmpty() ? 0 : 1, filing.folder()));
      }
    }
    return new Answer(json, lines);
  }

  private void change(Project open, SavedSegment saved) {
    if (folder != null) {
      open.organising().move(List.of(saved.id()), folder);
    }
    if (tags != null || note != null) {
      Filing filing = open.view().filings().of(saved.id());
      open.organising()
          .describe(saved.id(), tags == null ? filing.tags() : tags, note == null ? filing.note() : note);
    }
  }

  private static ObjectNode json(Project open, SavedSegment saved, Filing filing, int count) {
    ObjectNode json = Json.object()
        .put("id", saved.id())
        .put("name", saved.segment().name())
        .put("folder", filing.folder())
        .put("note", filing.note())
        .put("changed", filing.changed() == null ? null : filing.changed().toString());
    if (count < 0) {
      json.putNull("count");
    } else {
      json.put("count", count);
    }
    ArrayNode words = json.putArray("tags");
    filing.tags().forEach(words::add);
    ArrayNode uses = json.putArray("usedIn");
    for (SegmentUse use : open.organising().uses(saved.id())) {
      uses.addObject().put(use.kind() == SegmentUse.Kind.SEGMENT ? "segment" : "export", use.name());
    }
    return json;
  }

  /** @throws app.parcelle.engine.message.Problem when no segment of that name is saved */
  static SavedSegment named(Project open, String name) {
    List<SavedSegment> all = open.view().segments();
    return all.stream()
        .filter(saved -> Folding.fold(saved.segment().name()).equals(Folding.fold(name)))
        .findFirst()
        .orElseThrow(() -> Session.problem("cli.problem.no-segment", name,
            String.join(", ", all.stream().map(saved -> saved.segment().name()).toList())));
  }
}
