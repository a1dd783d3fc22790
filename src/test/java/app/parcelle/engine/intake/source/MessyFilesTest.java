package app.parcelle.engine.intake.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.message.Problem;

/** Files that people have published, and that stopped other programs: read, or refused with a reason. */
class MessyFilesTest {
  /** Rows and columns where a file is read, else why it is not. Rows that were rejected stand behind a plus sign. */
  private static final String OUTCOMES = """
      211.csv                                           2132 x 96
      badcolspan.html                                   4 x 4
      begrotingsanalyse-2011.csv                        37 x 20
      bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm   13 x 4
      blank_line.ods                                    3 x 3
      characters.csv                                    382 x 18
      complex.csv                                       3 x 4
      complex.html                                      2 x 1
      encrypted_no_password.xls                         6 x 3
      example.tsv                                       140 x 17
      excel_pasting.csv                                 13 x 9 + 4
      excel_properties.xls                              17 x 1
      html.html                                         199 x 6
      invisible_text.html                               intake.html
      large.ods                                         26753 x 5
      large.xlsx                                        29 x 11
      libreoffice.xlsx                                  intake.excel.no-data
      loffice-4.4.1.2.ods                               3 x 3
      long.csv                                          4000 x 1
      mixedGLB.csv                                      133 x 19
      multilineods.ods                                  1 x 1
      null.csv                                          10 x 4
      ods_formats.ods                                   5 x 10
      rowcolspan.html                                   10 x 5
      simple.csv                                        6 x 3
      simple.ods                                        3 x 3
      simple.psv                                        28 x 6
      simple.ssv                                        6 x 3
      simple.unknown                                    intake.empty
      simple.xls                                        6 x 3
      simple.xlsx                                       6 x 3
      simple.zip                                        6 x 3
      skip_initials.csv                                 2 x 2
      small.csv                                         intake.no-rows
      span_rich.xls                                     5 x 4
      spanish_chars.csv                                 114 x 8 + 2
      sparse_with_column_errors.csv                     2237 x 4
      sw_gen.xlsx                                       15 x 17
      unicode_sheet_name.xls                            intake.no-rows
      utf-16le_encoded.csv                              327 x 19
      utf8bom.csv                                       intake.no-rows
      weird_head_padding.csv                            60 x 11 + 16
      """;

  @Test
  void eachIsReadOrRefusedWithAReason() {
    List<String> found = new ArrayList<>();
    for (String line : OUTCOMES.lines().toList()) {
      String file = line.split(" ", 2)[0];
      found.add("%-50s".formatted(file) + outcome(SharedData.require("csv/messy/" + file)));
    }
    found.forEach(System.out::println);
    assertEquals(OUTCOMES.lines().toList(), found);
  }

  private static String outcome(Path file) {
    try {
      ReadBack back = ReadBack.of(file);
      String size = back.rows.size() + " x " + back.result().columns().size();
      return back.rejects.isEmpty() ? size : size + " + " + back.rejects.size();
    } catch (Problem reason) {
      return reason.message().key();
    }
  }
}
