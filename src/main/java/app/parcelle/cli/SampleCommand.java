package app.parcelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;

/** Writes the files of a sample shop. Its language is that of {@code --language}. */
@Command(name = "sample")
@SuppressWarnings("NullAway.Init")
final class SampleCommand implements Work {
  @Mixin
  CommonOptions common;

  @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "cli.option.sample.out")
  Path out;

  @Option(names = "--customers", paramLabel = "N", descriptionKey = "cli.option.sample.customers")
  int customers = SampleRequest.standard(Locale.ROOT).customers();

  @Option(names = "--events", paramLabel = "N", descriptionKey = "cli.option.sample.events")
  long events = -1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.option.seed")
  long seed = SampleRequest.standard(Locale.ROOT).seed();

  @Override
  public boolean json() {
    return common.json;
  }

  @Override
  public Answer run(Session session) {
    long asked = events < 0
        ? Math.min(SampleRequest.MOST_EVENTS, SampleRequest.USUAL_EVENTS_EACH * customers)
        : events;
    SampleRequest request = new SampleRequest(customers, asked, session.texts().locale(), seed);
    try (OutputFolder folder = OutputFolder.at(out)) {
      SampleFiles.Written written = SampleFiles.write(request, folder.staging(), session.job());
      folder.publish();
      return answer(written, session);
    }
  }

  private Answer answer(SampleFiles.Written written, Session session) {
    ObjectNode json = Json.object();
    ArrayNode files = json.putArray("files");
    List<String> lines = new ArrayList<>();
    List<SampleFiles.File> tables = new ArrayList<>(written.files());
    tables.add(written.towns());
    for (SampleFiles.File file : tables) {
      String path = out.resolve(file.path().getFileName()).toString();
      files.addObject().put("path", path).put("rows", file.rows());
      lines.add(session.text("cli.written", path, file.rows()));
    }
    json.put("orders", written.orders());
    json.set("truth", written.truth().tree());
    lines.add(session.text("cli.sample.truth", out.resolve("truth.json").toString(),
        written.truth().clusters()));
    return new Answer(json, lines);
  }
}
