package app.parcelle.engine.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import app.parcelle.engine.message.Texts;

/**
 * A project file as an earlier program wrote it, and what it has to say when this program has opened it. Such files are kept for
 * ever. All are of a sample shop of 30 customers; some cells and records of its orders are broken.
 *
 * @param journal a line a step
 */
public record FormerProject(Path file, String fingerprint, List<String> journal) {
  private static final String FOLDER = "/app/parcelle/engine/store/";

  public static FormerProject of(int format) throws IOException {
    String name = FOLDER + "format-" + format;
    List<String> said = Files.readAllLines(resource(name + ".txt"));
    return new FormerProject(resource(name + ".mv.db"), said.getFirst(), said.subList(1, said.size()));
  }

  private static Path resource(String name) {
    return Path
        .of(java.net.URI.create(Objects.requireNonNull(FormerProject.class.getResource(name)).toString()));
  }

  public void putAt(Path place) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public static List<String> journal(Project project) {
    Texts texts = new Texts(Locale.ENGLISH);
    return project.journal()
        .stream()
        .map(e -> e.number() + " " + e.at() + " " + texts.text(e.what()) + (e.undone() ? " (undone)" : ""))
        .toList();
  }
}
