package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.file.Path;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.FileText;
import app.parcelle.engine.intake.excel.WorkbookSource;

/** Finds out what kind of source a path is, by what is in it. */
public final class Sources {
  private Sources() {}

  /** A file as an origin; it is not looked at before it is opened. */
  public static Origin file(Path file) {
    return new FileOrigin(file);
  }

  private record FileOrigin(Path file) implements Origin {
    @Override
    public String name() {
      return IntakeProblems.name(file);
    }

    @Override
    public TextSource open(TextOptions said) {
      return of(file, said);
    }
  }

  /**
   * The table of text that a file holds.
   *
   * @throws app.parcelle.engine.message.Problem when there is none
   */
  public static TextSource of(Path file, TextOptions said) {
    try {
      IntakeProblems.requireFile(file);
      return WorkbookSource.isWorkbook(file) ? WorkbookSource.of(file, said) : FileText.of(file);
    } catch (IOException e) {
      throw IntakeProblems.of(IntakeProblems.name(file), e);
    }
  }
}
