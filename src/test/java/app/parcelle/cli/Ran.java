package app.parcelle.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** A command that was run, and what it said. */
public record Ran(int code, String out, String err) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static Ran of(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    int code = Cli.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The answer of a command that has to succeed, asked for as JSON. */
  public static JsonNode answer(Object... words) {
    Ran ran = of(Stream.concat(Stream.of(words), Stream.of("--json")).toArray());
    Assertions.assertEquals("", ran.err);
    Assertions.assertEquals(Cli.DONE, ran.code);
    return JSON.readTree(ran.out);
  }

  static String fingerprint(Path project) {
    try (Project open = Project.open(project)) {
      return open.fingerprint(JobContext.silent())
          + open.journal().stream().filter(e -> !e.undone()).toList();
    }
  }

  /** The names of what lies in a folder, hidden files included, in order. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
