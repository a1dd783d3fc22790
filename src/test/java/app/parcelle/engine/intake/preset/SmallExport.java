package app.parcelle.engine.intake.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.preset.Preset.Known;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** A file as the product of a preset writes it: all columns that are known, a few rows. */
public final class SmallExport {
  private static final int ROWS = 6;

  private SmallExport() {}

  /** @param french with the French names of the columns that have one */
  public static Path of(Preset preset, boolean french) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(",", preset.columns().stream().map(known -> quoted(header(known, french))).toList()));
    for (int r = 0; r < ROWS; r++) {
      int row = r;
      lines.add(String.join(",", preset.columns().stream().map(known -> cell(known, row)).toList()));
    }
    try {
      Path file = Files.createTempFile("parcelle", ".csv");
      file.toFile().deleteOnExit();
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String header(Known known, boolean french) {
    return french && !known.fr().isEmpty() ? known.fr().getFirst() : known.name();
  }

  private static String quoted(String header) {
    return '"' + header + '"';
  }

  private static String cell(Known known, int row) {
    Meaning meaning = known.meaning();
    if (meaning != null && meaning.is(Meaning.Kind.EMAIL)) {
      return "client" + row + "@exemple.fr";
    }
    if (meaning != null && meaning.is(Meaning.Kind.PHONE)) {
      return "+3361234567" + row;
    }
    Role role = known.role();
    if (role == Role.EVENT_TIME) {
      return "2024-03-0" + (row + 1) + " 10:30:00";
    }
    if (role == Role.AMOUNT || role == Role.UNIT_PRICE) {
      return row + 10 + ".50";
    }
    if (role == Role.QUANTITY) {
      return String.valueOf(1 + row % 3);
    }
    if (known.type() == ColumnType.YES_NO) {
      return row % 2 == 0 ? "true" : "false";
    }
    return known.type() == ColumnType.IDENTIFIER ? "A" + (1000 + row) : "mot " + (char) ('a' + row);
  }
}
