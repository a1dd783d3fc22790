package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.message.Problem;

/** How many files written in bad ways come back cell by cell, with what a person could say of them and with nothing said. */
class PollutedCsvTest {
  @Test
  void cellsComeBack() {
    Map<String, int[]> outcomes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Pollution pollution : Pollutions.all()) {
      int[] counts = outcomes.computeIfAbsent(pollution.group(), _ -> new int[3]);
      String given = difference(pollution, pollution.given());
      String found = difference(pollution, TextOptions.FOUND);
      counts[0]++;
      counts[1] += given.isEmpty() ? 1 : 0;
      counts[2] += found.isEmpty() ? 1 : 0;
      if (!given.isEmpty()) {
        wrong.add("given " + pollution + " " + given);
      }
      if (!found.isEmpty()) {
        wrong.add("found " + pollution + " " + found);
      }
    }
    System.out.printf("%-12s %6s %6s %6s%n", "", "files", "given", "found");
    outcomes.forEach((group, n) -> System.out.printf("%-12s %6d %6d %6d%n", group, n[0], n[1], n[2]));
    wrong.forEach(System.out::println);
    assertEquals(0, wrong.size());
  }

  static String difference(Pollution pollution, TextOptions said) {
    try {
      ReadBack back = ReadBack.of(TestFiles.of(pollution.bytes()),
          ImportOptions.FOUND.withText(said.withAllText(true)));
      List<String> names = back.result().columns().stream().map(c -> c.name()).toList();
      if (!names.equals(pollution.header())) {
        return "header " + names;
      }
      List<List<String>> rows = back.rows;
      for (int r = 0; r < Math.max(rows.size(), pollution.rows().size()); r++) {
        List<String> expected = r < pollution.rows().size()
            ? pollution.rows().get(r).stream().map(cell -> cell.isEmpty() ? "-" : cell).toList()
            : List.of();
        List<String> read = r < rows.size() ? rows.get(r) : List.of();
        if (!read.equals(expected)) {
          return "row " + r + " " + read;
        }
      }
      return "";
    } catch (Problem problem) {
      return problem.message().toString();
    }
  }
}
