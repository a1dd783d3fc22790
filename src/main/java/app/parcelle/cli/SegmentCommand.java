package app.parcelle.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.sql.SegmentSql;

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

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "cli.option.since", converter = Converters.Day.class)
  @Nullable
  LocalDate since;

  @Option(names = "--audience", descriptionKey = "cli.option.audience")
  boolean audience;

  @Option(names = "--members", paramLabel = "OUT.csv", descriptionKey = "cli.option.members")
  @Nullable
  Path members;

  @Option(names = "--save", paramLabel = "NAME", descriptionKey = "cli.option.segment.save")
  @Nullable
  String save;

  @Option(names = "--sql", paramLabel = "DIALECT", descriptionKey = "cli.option.segment.sql", converter = Converters.DialectId.class)
  @Nullable
  Dialect sql;

  @Override
  Answer on(Project open, Session session) {
    Segment segment = which.file == null
        ? Counting.saved(open, which.name == null ? "" : which.name)
        : SegmentJson.read(Json.text(which.file));
    Segment seen = new Segment(segment.name(), segment.rule(),
        asOf == null ? segment.reference() : new Segment.Reference.Fixed(asOf),
        zone == null ? segment.zone() : zone, segment.limit());
    Answer answer = new Counting(open, seen, explain, since, audience,
        members == null ? null : Output.direct(members), save)
        .run(session);
    return sql == null ? answer : withSql(answer, seen, sql, open, session);
  }

  private static Answer withSql(Answer answer, Segment segment, Dialect dialect, Project project,
      Session session) {
    String statement = SegmentSql.of(segment, project.fields(), project.data().zone(),
        project.evaluate(segment, session.job()).asOf(), dialect);
    answer.json().putObject("sql").put("dialect", dialect.id()).put("statement", statement);
    List<String> lines = new ArrayList<>(answer.lines());
    lines.add("");
    lines.add(statement);
    return new Answer(answer.json(), lines);
  }
}
