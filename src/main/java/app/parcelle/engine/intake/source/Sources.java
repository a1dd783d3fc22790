package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.file.Path;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.FileText;

/** Finds out what kind of source a path is, by what is in it. */
public final class Sources {
  private Sources() {}

  /**
   * The table of text that a file holds.
   *
   * @throws app.parcelle.engine.message.Problem when there is none
   */
  public static TextSource of(Path file, TextOptions said) {
    try {
      return FileText.of(file);
    } catch (IOException e) {
      throw IntakeProblems.of(IntakeProblems.name(file), e);
    }
  }
}
