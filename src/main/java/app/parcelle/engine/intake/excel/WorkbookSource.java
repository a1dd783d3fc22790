package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.excel.Workbook.Sheet;
import app.parcelle.engine.intake.excel.Workbook.SheetReader;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Folding;

/** The table of one sheet of a workbook. */
public final class WorkbookSource implements TextSource {
  /** Sheets whose beginning is looked at to find the one with the largest table. */
  private static final int MOST_COMPARED = 200;

  private final Path file;
  private final long bytes;
  private final Workbook workbook;
  private final int sheet;
  private final TableArea area;
  private volatile long uncalculated;

  private WorkbookSource(Path file, Workbook workbook, TextOptions said) throws IOException {
    this.file = file;
    this.bytes = Files.size(file);
    this.workbook = workbook;
    String part = said.part();
    this.sheet = part == null ? largest() : named(part);
    SheetHead head = head(sheet);
    TableArea found = TableFinder.find(head, row -> workbook.merges(sheet, row), said);
    if (found == null) {
      throw new Problem(Message.of("intake.excel.empty-sheet", name(), workbook.sheets().get(sheet).name()));
    }
    this.area = found;
  }

  /**
   * Opens a workbook.
   *
   * @throws Problem when it cannot be read, has no value, or not the sheet that a person has asked for
   */
  public static TextSource of(Path file, TextOptions said) {
    String name = IntakeProblems.name(file);
    try {
      Workbook workbook = WorkbookFile.open(file);
      try {
        return new WorkbookSource(file, workbook, said);
      } catch (IOException | RuntimeException e) {
        try (workbook) {
          throw e;
        }
      }
    } catch (BadWorkbook e) {
      throw e.of(name);
    } catch (ZipException e) {
      throw BadWorkbook.damaged().of(name);
    } catch (IOException e) {
      throw IntakeProblems.of(name, e);
    }
  }

  /** Whether a file is a workbook, or wrapped as one is, whatever its name ends with. */
  public static boolean isWorkbook(Path file) throws IOException {
    return WorkbookFile.isOffice(file);
  }

  TableArea area() {
    return area;
  }

  private SheetHead head(int number) throws IOException {
    try (SheetReader reader = workbook.open(number)) {
      return SheetHead.of(reader);
    }
  }

  /** The visible sheet with the most cells, or a hidden one where no other has any. */
  private int largest() throws IOException {
    List<Sheet> sheets = workbook.sheets();
    int best = -1;
    for (boolean hidden : new boolean[]{false, true}) {
      double most = 0;
      for (int i = 0; i < Math.min(sheets.size(), MOST_COMPARED); i++) {
        double cells = sheets.get(i).hidden() == hidden ? head(i).cells() : 0;
        if (cells > most) {
          most = cells;
          best = i;
        }
      }
      if (best >= 0) {
        return best;
      }
    }
    throw new Problem(Message.of("intake.excel.no-data", name()));
  }

  private int named(String part) {
    List<Sheet> sheets = workbook.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).name().equals(part)) {
        return i;
      }
    }
    String wanted = Folding.fold(part);
    return IntStream.range(0, sheets.size())
        .filter(i -> Folding.fold(sheets.get(i).name()).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new Problem(
            Message.of("intake.excel.no-such-sheet", name(), part, String.join(", ", parts()))));
  }

  @Override
  public String name() {
    return IntakeProblems.name(file);
  }

  @Override
  public String tableName() {
    String own = name().replaceFirst("(?i)\\.(xlsx|xlsm|xltx|xltm|xls|xlt)$", "");
    return workbook.sheets().size() > 1 ? workbook.sheets().get(sheet).name() : own.isBlank() ? name() : own;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public boolean isRecords() {
    return true;
  }

  @Override
  public Boolean header() {
    return area.headerRows() > 0;
  }

  /** The sheets, hidden ones behind the others. */
  @Override
  public List<String> parts() {
    List<Sheet> sheets = new ArrayList<>(workbook.sheets());
    sheets.sort(Comparator.comparing(Sheet::hidden));
    return sheets.stream().map(Sheet::name).toList();
  }

  @Override
  public @Nullable String part() {
    return workbook.sheets().get(sheet).name();
  }

  @Override
  public List<Message> notes() {
    return uncalculated == 0 ? List.of() : List.of(Message.of("intake.excel.uncalculated", uncalculated));
  }

  @Override
  public Reading open() throws IOException {
    try {
      SheetReader reader = workbook.open(sheet);
      return new SheetReading(reader, new SheetRecords(name(), reader, area));
    } catch (BadWorkbook e) {
      throw e.of(name());
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private final class SheetReading implements Reading {
    private final SheetReader reader;
    private final RecordStream records;

    SheetReading(SheetReader reader, RecordStream records) {
      this.reader = reader;
      this.records = records;
    }

    @Override
    public InputStream text() {
      return records;
    }

    @Override
    public long taken() {
      return (long) (bytes * reader.done());
    }

    @Override
    public void close() throws IOException {
      uncalculated = reader.uncalculated();
      records.close();
    }
  }
}
