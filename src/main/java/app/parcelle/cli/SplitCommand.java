package app.parcelle.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.split.Split;
import app.parcelle.engine.split.SplitBy;

/** Tells the customers of a saved segment apart by a field, and saves the parts when asked. */
@Command(name = "split")
@SuppressWarnings("NullAway.Init")
final class SplitCommand extends ProjectCommand {
  @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "cli.option.segment.name")
  String name;

  @Option(names = "--by", required = true, paramLabel = "FIELD", descriptionKey = "cli.option.split.by")
  String by;

  @ArgGroup(multiplicity = "1")
  How how;

  /** One way of telling apart. */
  static final class How {
    @Option(names = "--top", required = true, paramLabel = "N", descriptionKey = "cli.option.split.top")
    @Nullable
    Integer top;

    @Option(names = "--parts", required = true, paramLabel = "N", descriptionKey = "cli.option.split.parts")
    @Nullable
    Integer parts;

    @Option(names = "--bounds", required = true, split = ",", paramLabel = "NUMBER", descriptionKey = "cli.option.split.bounds")
    @Nullable
    List<BigDecimal> bounds;

    @Option(names = "--calendar", required = true, paramLabel = "month|year|month-of-year", descriptionKey = "cli.option.split.calendar")
    @Nullable
    String calendar;
  }

  @Option(names = "--save", descriptionKey = "cli.option.split.save")
  boolean save;

  @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "cli.option.split.folder")
  @Nullable
  String folder;

  @Override
  void check() {
    if ((how.top != null && how.top < 1) || (how.parts != null && how.parts < 2)) {
      throw new Misuse("cli.problem.split-number");
    }
    if (folder != null && !save) {
      throw new Misuse("cli.problem.needs", "--folder", "--save");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    SavedSegment parent = SegmentsCommand.named(open, name);
    Field field = open.fields()
        .find(FieldRef.named(by))
        .orElseThrow(() -> Session.problem("segment.fault.unknownField", by));
    Split split = open.split(parent.id(), asked(field), session.job());
    List<Segment> children = split.segments(
        open.view().segments().stream().map(saved -> saved.segment().name()).toList(), session.texts());
    ObjectNode json = Json.object()
        .put("name", parent.segment().name())
        .put("count", split.size())
        .put("sum", split.sum());
    ArrayNode parts = json.putArray("parts");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      int count = split.parts().get(i).count();
      parts.addObject().put("name", children.get(i).name()).put("count", count);
      lines.add(session.text("cli.split.part", children.get(i).name(), count));
    }
    lines.add(session.text("cli.split.sum", split.sum(), split.size()));
    if (save) {
      String place = folder == null ? parent.segment().name().replace('/', '-') : folder;
      List<String> ids = open.organising().saveParts(parent.id(), children, place);
      ObjectNode saved = json.putObject("saved")
          .put("folder", open.view().filings().of(ids.getFirst()).folder());
      ArrayNode all = saved.putArray("ids");
      ids.forEach(all::add);
      lines.add(session.text("cli.split.saved", ids.size(), place));
    }
    return new Answer(json, lines);
  }

  private SplitBy asked(Field field) {
    if (how.top != null) {
      return new SplitBy.Values(field, how.top);
    }
    if (how.parts != null) {
      return new SplitBy.Quantiles(field, how.parts);
    }
    if (how.bounds != null) {
      return new SplitBy.Bounds(field, how.bounds);
    }
    return new SplitBy.Calendar(field, switch (String.valueOf(how.calendar).toLowerCase(Locale.ROOT)) {
      case "month" -> SplitBy.Unit.MONTH;
      case "year" -> SplitBy.Unit.YEAR;
      case "month-of-year" -> SplitBy.Unit.MONTH_OF_YEAR;
      default -> throw new Misuse("cli.problem.split-calendar", String.valueOf(how.calendar));
    });
  }
}
