package app.parcelle.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

/** Counts a segment, and says who is in it and why. */
@Command(name = "segment")
@SuppressWarnings("NullAway.Init")
final class SegmentCommand extends ProjectCommand {
  @ArgGroup(multiplicity = "1")
  Which which;

  /** A segment of a document or a saved one. */
  static final class Which {
    @Option(names = "--file", required = true, paramLabel = "S.json", descriptionKey = "cli.option.segment.file")
    @Nullable
    Path file;

    @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "cli.option.segment.name")
    @Nullable
    String name;
  }

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "cli.option.as-of", converter = Converters.Day.class)
  @Nullable
  LocalDate asOf;

  @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.option.segment.zone", converter = Converters.Zone.class)
  @Nullable
  ZoneId zone;

  @Option(names = "--explain", paramLabel = "KEY", descriptionKey = "cli.option.explain")
  @Nullable
  String explain;

  @Option(names = "--members", paramLabel = "OUT.csv", descriptionKey = "cli.option.members")
  @Nullable
  Path members;

  @Option(names = "--save", paramLabel = "NAME", descriptionKey = "cli.option.segment.save")
  @Nullable
  String save;

  @Override
  Answer on(Project open, Session session) {
    Segment segment = which.file == null
        ? Counting.saved(open, which.name == null ? "" : which.name)
        : SegmentJson.read(Json.text(which.file));
    Segment seen = new Segment(segment.name(), segment.rule(),
        asOf == null ? segment.reference() : new Segment.Reference.Fixed(asOf),
        zone == null ? segment.zone() : zone, segment.limit());
    return new Counting(open, seen, explain, members == null ? null : Output.direct(members), save)
        .run(session);
  }
}
