package app.parcelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.overlap.Pair;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentOverlap;

/** Says who is in exactly which of some saved segments. */
@Command(name = "overlap")
@SuppressWarnings("NullAway.Init")
final class OverlapCommand extends ProjectCommand {
  @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "cli.option.overlap.name")
  List<String> names;

  @Option(names = "--only-in", paramLabel = "NAME", descriptionKey = "cli.option.overlap.only-in")
  @Nullable
  List<String> onlyIn;

  @Option(names = "--save", paramLabel = "NAME", descriptionKey = "cli.option.overlap.save")
  @Nullable
  String save;

  @Override
  void check() {
    if (names.size() < 2 || names.size() > Overlap.MOST) {
      throw new Misuse("cli.problem.overlap-number", Overlap.MOST);
    }
    if ((save == null) != (onlyIn == null)) {
      throw new Misuse("cli.problem.needs", save == null ? "--only-in" : "--save",
          save == null ? "--save" : "--only-in");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    List<SavedSegment> segments = names.stream()
        .map(name -> SegmentsCommand.named(open, name))
        .distinct()
        .toList();
    SegmentOverlap found = open.overlap(segments.stream().map(SavedSegment::id).toList(), session.job());
    Overlap overlap = found.overlap();
    ObjectNode json = Json.object().put("union", overlap.union()).put("outside", overlap.outside());
    ArrayNode sizes = json.putArray("segments");
    for (int i = 0; i < segments.size(); i++) {
      sizes.addObject().put("name", name(found, i)).put("count", overlap.sizes().get(i));
    }
    List<String> lines = new ArrayList<>();
    ArrayNode regions = json.putArray("regions");
    for (Overlap.Region region : overlap.regions()) {
      List<String> in = in(found, region.segments());
      ObjectNode told = regions.addObject().put("count", region.count());
      ArrayNode inside = told.putArray("in");
      in.forEach(inside::add);
      lines.add(session.text("cli.overlap.region", String.join(", ", in), region.count()));
    }
    lines.add(session.text("cli.overlap.outside", overlap.outside()));
    pairs(found, json.putArray("pairs"), lines, session);
    if (save != null && onlyIn != null) {
      int set = onlyIn.stream().mapToInt(name -> bit(open, segments, name)).reduce(0, (a, b) -> a | b);
      String id = open.save(found.region(set, save));
      json.putObject("saved").put("id", id).put("name", save).put("count", overlap.count(set));
      lines.add(session.text("cli.saved", save));
    }
    return new Answer(json, lines);
  }

  private static void pairs(SegmentOverlap found, ArrayNode json, List<String> lines, Session session) {
    for (Pair pair : found.overlap().pairs()) {
      String first = name(found, pair.first());
      String second = name(found, pair.second());
      json.addObject()
          .put("first", first)
          .put("second", second)
          .put("both", pair.both())
          .put("jaccard", pair.jaccard())
          .put("firstInSecond", pair.firstInSecond())
          .put("secondInFirst", pair.secondInFirst())
          .put("nearDuplicate", pair.nearDuplicate());
      if (pair.nearDuplicate()) {
        lines.add(session.text("cli.overlap.near", first, second, pair.jaccard()));
      }
    }
  }

  private static String name(SegmentOverlap found, int segment) {
    return found.segments().get(segment).segment().name();
  }

  private static List<String> in(SegmentOverlap found, int set) {
    return IntStream.range(0, found.segments().size())
        .filter(i -> (set >> i & 1) != 0)
        .mapToObj(i -> name(found, i))
        .toList();
  }

  private static int bit(Project open, List<SavedSegment> segments, String name) {
    int at = segments.indexOf(SegmentsCommand.named(open, name));
    if (at < 0) {
      throw Session.problem("cli.problem.overlap-other", name);
    }
    return 1 << at;
  }
}
