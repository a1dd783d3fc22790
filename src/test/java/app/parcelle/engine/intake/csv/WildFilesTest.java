package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.TextOptions;

/** Tables drawn at random come back cell by cell, with what a person could say of them and with nothing said. */
class WildFilesTest {
  private static final int FILES = 800;

  @Test
  void cellsComeBack() {
    Map<String, int[]> outcomes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < FILES; seed++) {
      Pollution file = WildFiles.of(seed);
      int[] counts = outcomes.computeIfAbsent(file.group(), _ -> new int[3]);
      String given = PollutedCsvTest.difference(file, file.given());
      String found = PollutedCsvTest.difference(file, TextOptions.FOUND);
      counts[0]++;
      counts[1] += given.isEmpty() ? 1 : 0;
      counts[2] += found.isEmpty() ? 1 : 0;
      if (!given.isEmpty()) {
        wrong.add("given " + file + " " + given);
      }
      if (!found.isEmpty()) {
        wrong.add("found " + file + " " + found);
      }
    }
    System.out.printf("%-30s %6s %6s %6s%n", "", "files", "given", "found");
    outcomes.forEach((group, n) -> System.out.printf("%-30s %6d %6d %6d%n", group, n[0], n[1], n[2]));
    wrong.forEach(System.out::println);
    assertEquals(0, wrong.size());
  }
}
