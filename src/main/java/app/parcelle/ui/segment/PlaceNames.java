package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Positions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.TableVersion;

/** The places that a column of a table of places names, by folded name, in the order of the table. */
record PlaceNames(Map<String, Spot> spots) {
  /**
   * A place: the mean of the rows of its name, as a criterion takes it.
   *
   * @param name as it is written first
   */
  record Spot(String name, double latitude, double longitude, int rows) {
    private Spot and(Spot other) {
      int all = rows + other.rows;
      return new Spot(name, (latitude * rows + other.latitude * other.rows) / all,
          (longitude * rows + other.longitude * other.rows) / all, all);
    }
  }

  /** @param table with columns that mean latitude and longitude, or both */
  static PlaceNames of(Dataset data, TableVersion table, Column name, JobContext job) {
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        Chunk names = data.chunk(table, name, run, index);
        Dictionary texts = names.dictionary();
        double[][] at = coordinates(data, table, run, index);
        for (int row = 0; texts != null && row < names.rows(); row++) {
          if (!names.isMissing(row) && !Double.isNaN(at[0][row] + at[1][row])) {
            String text = texts.text(names.at(row));
            spots.merge(Folding.fold(text), new Spot(text, at[0][row], at[1][row], 1), Spot::and);
          }
        }
      }
    }
    return new PlaceNames(spots);
  }

  private static double[][] coordinates(Dataset data, TableVersion table, TableVersion.Run run, int index) {
    Optional<Column> both = meaning(table, Kind.COORDINATES);
    if (both.isPresent()) {
      Chunk texts = data.chunk(table, both.get(), run, index);
      Dictionary dictionary = texts.dictionary();
      double[][] read = new double[2][texts.rows()];
      for (int row = 0; row < texts.rows(); row++) {
        double[] one = texts.isMissing(row) || dictionary == null
            ? new double[]{Double.NaN, Double.NaN}
            : Positions.read(dictionary.text(texts.at(row)));
        read[0][row] = one[0];
        read[1][row] = one[1];
      }
      return read;
    }
    return new double[][]{numbers(data, table, meaning(table, Kind.LATITUDE).orElseThrow(), run, index),
        numbers(data, table, meaning(table, Kind.LONGITUDE).orElseThrow(), run, index)};
  }

  private static double[] numbers(Dataset data, TableVersion table, Column column, TableVersion.Run run,
      int index) {
    Chunk chunk = data.chunk(table, column, run, index);
    double[] numbers = new double[chunk.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = chunk.isMissing(row) ? Double.NaN : chunk.at(row) / Math.pow(10, column.scale());
    }
    return numbers;
  }

  private static Optional<Column> meaning(TableVersion table, Kind kind) {
    return table.columns().stream().filter(column -> column.meaning().is(kind)).findFirst();
  }

  /** Whether rows of a table are places. */
  static boolean in(TableVersion table) {
    return meaning(table, Kind.COORDINATES).isPresent()
        || (meaning(table, Kind.LATITUDE).isPresent() && meaning(table, Kind.LONGITUDE).isPresent());
  }

  @Nullable
  Spot of(String name) {
    return spots.get(Folding.fold(name));
  }

  /** Those that begin with what is typed, then those that hold it; at most so many. */
  List<Spot> like(String typed, int most) {
    String folded = Folding.fold(typed);
    List<Spot> begin = new ArrayList<>();
    List<Spot> hold = new ArrayList<>();
    for (Map.Entry<String, Spot> one : spots.entrySet()) {
      if (one.getKey().startsWith(folded)) {
        begin.add(one.getValue());
      } else if (hold.size() < most && one.getKey().contains(folded)) {
        hold.add(one.getValue());
      }
    }
    begin.sort(Comparator.comparingInt(spot -> spot.name().length()));
    begin.addAll(hold);
    return begin.subList(0, Math.min(most, begin.size()));
  }
}
