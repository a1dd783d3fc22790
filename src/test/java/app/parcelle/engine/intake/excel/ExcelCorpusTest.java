package app.parcelle.engine.intake.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.TableDraft;

/** The workbooks that Apache POI tests itself with, hostile ones among them: each is read as POI reads it, or refused. */
class ExcelCorpusTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final long MOST_BYTES = 1L << 30;

  /** Where POI's model and we differ, cell by cell, and why we are content. */
  private static final Map<String, Integer> OTHERWISE = Map.of(
      // a date by a style for which POI finds no format
      "12561-1.xls", 1,
      // a time written h"时"mm"分", which POI takes for a number
      "49273.xlsx", 2,
      // not a number, which no sheet can hold: we say #NUM!
      "49761.xls", 1,
      // formulas that were never calculated: 0 for POI, empty and counted for us
      "56702.xlsx", 25,
      // a row whose record is of the wrong type, which POI leaves out
      "WrongFormulaRecordType.xls", 3);

  /** Refused although POI opens them: their records end in the middle. */
  private static final List<String> CUT = List.of(
      "clusterfuzz-testcase-minimized-POIHSSFFuzzer-5175219985448960.xls",
      "clusterfuzz-testcase-minimized-POIHSSFFuzzer-5786329142919168.xls",
      "clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls",
      "clusterfuzz-testcase-minimized-POIHSSFFuzzer-6483562584932352.xls");

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** The limit is for a reader that never ends; all of them together take some ten seconds. */
  @Test
  @Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
  void everyWorkbookIsReadAsPoiReadsItOrRefusedWithAReason() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.require("excel/poi/spreadsheet"))) {
      files = all.sorted().toList();
    }
    assertEquals(665, files.size());
    for (Path file : files) {
      String name = file.getFileName().toString();
      String found = outcome(file, TextOptions.FOUND);
      String asText = outcome(file, TextOptions.FOUND.withAllText(true));
      outcomes.merge("as it is found: " + found, 1, Integer::sum);
      outcomes.merge("as text: " + asText, 1, Integer::sum);
      outcomes.merge("cells: " + cells(file, name), 1, Integer::sum);
    }
    outcomes.forEach((outcome, n) -> System.out.printf("%5d %s%n", n, outcome));
    assertEquals(List.of(), wrong);
  }

  /** What becomes of an import: read, or the key of the reason. */
  private String outcome(Path file, TextOptions text) {
    long before = allocated();
    String outcome;
    try (TextSource source = Sources.of(file, text)) {
      CsvSource.read(source, ImportOptions.FOUND.withText(text), PARIS, 1, Long.MAX_VALUE, new Nowhere(),
          JobContext.silent());
      outcome = "read";
    } catch (Problem reason) {
      outcome = reason.message().key();
    } catch (IOException | RuntimeException | Error crash) {
      outcome = "crash";
      wrong.add(file.getFileName() + " " + crash);
    }
    // what was never allocated cannot be held
    if (allocated() - before > MOST_BYTES) {
      wrong.add(file.getFileName() + " takes " + (allocated() - before) + " bytes");
    }
    return outcome;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private String cells(Path file, String name) throws IOException {
    List<String> differences;
    try {
      differences = PoiModel.differences(file);
    } catch (BadWorkbook refused) {
      if (!CUT.contains(name)) {
        wrong.add(name + " is refused, and POI reads it");
      }
      return "refused, read by POI";
    }
    if (differences == null) {
      return "not read by POI";
    }
    if (differences.size() != OTHERWISE.getOrDefault(name, 0)) {
      wrong.add(name + " " + differences);
    }
    return differences.isEmpty() ? "equal to POI" : "differ from POI in what is known";
  }

  private static final class Nowhere implements DraftSink {
    @Override
    public void accept(TableDraft draft) {}

    @Override
    public void restart() {}
  }
}
