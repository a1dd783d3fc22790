package app.parcelle.engine.evaluate;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** The middle of a radius: a point, or a town of a table of places. */
final class Places {
  private final Dataset data;

  Places(Dataset data) {
    this.data = data;
  }

  /** @throws Problem when there is no such table, column or place, or the table has no coordinates */
  Distances from(Place place) {
    return switch (place) {
      case Place.Point(var latitude, var longitude) ->
        new Distances(latitude.doubleValue(), longitude.doubleValue());
      case Place.Named named -> named(named);
    };
  }

  private Distances named(Place.Named place) {
    String folded = Folding.fold(place.table());
    TableVersion table = data.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.LOOKUP || t.kind() == TableKind.RAW)
        .filter(t -> t.tableId().equals(place.table()) || Folding.fold(t.name()).equals(folded))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-places", place.table())));
    Column name = RowColumns.find(table, place.column())
        .orElseThrow(
            () -> new Problem(Message.of("evaluate.no-column", place.column().name(), table.name())));
    Middle middle = new Middle();
    Coordinates coordinates = coordinates(table);
    String wanted = Folding.fold(place.value());
    for (TableVersion.Run run : table.runs()) {
      for (int i = 0; i < run.chunks(); i++) {
        middle.add(data.chunk(table, name, run, i), wanted, name.scale(), coordinates.in(run, i));
      }
    }
    return middle.found()
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-place", place.value(), table.name())));
  }

  /** The coordinates of the rows of a chunk. */
  private interface InChunk {
    double[] of(int row);
  }

  private interface Coordinates {
    InChunk in(TableVersion.Run run, int index);
  }

  private Coordinates coordinates(TableVersion table) {
    Column both = meaning(table, Meaning.Kind.COORDINATES);
    Column latitude = meaning(table, Meaning.Kind.LATITUDE);
    Column longitude = meaning(table, Meaning.Kind.LONGITUDE);
    if (latitude != null && longitude != null) {
      return (run, i) -> {
        Chunk up = data.chunk(table, latitude, run, i);
        Chunk aside = data.chunk(table, longitude, run, i);
        return row -> up.isMissing(row) || aside.isMissing(row)
            ? new double[]{Double.NaN, Double.NaN}
            : new double[]{up.at(row) / Math.pow(10, latitude.scale()),
                aside.at(row) / Math.pow(10, longitude.scale())};
      };
    }
    if (both == null) {
      throw new Problem(Message.of("evaluate.no-coordinates", table.name()));
    }
    return (run, i) -> {
      Chunk texts = data.chunk(table, both, run, i);
      Dictionary dictionary = texts.dictionary();
      return row -> texts.isMissing(row) || dictionary == null
          ? new double[]{Double.NaN, Double.NaN}
          : Positions.read(dictionary.text(texts.at(row)));
    };
  }

  private static @Nullable Column meaning(TableVersion table, Meaning.Kind kind) {
    return table.columns().stream().filter(c -> c.meaning().is(kind)).findFirst().orElse(null);
  }

  /** The mean of the rows of a name that have coordinates. */
  private static final class Middle {
    private double latitudes;
    private double longitudes;
    private int rows;

    void add(Chunk names, String wanted, int scale, InChunk coordinates) {
      Dictionary dictionary = names.dictionary();
      for (int row = 0; row < names.rows(); row++) {
        if (names.isMissing(row)) {
          continue;
        }
        String text = dictionary == null
            ? java.math.BigDecimal.valueOf(names.at(row), scale).toPlainString()
            : dictionary.text(names.at(row));
        if (Folding.fold(text).equals(wanted)) {
          double[] at = coordinates.of(row);
          if (!Double.isNaN(at[0])) {
            latitudes += at[0];
            longitudes += at[1];
            rows++;
          }
        }
      }
    }

    Optional<Distances> found() {
      return rows == 0 ? Optional.empty() : Optional.of(new Distances(latitudes / rows, longitudes / rows));
    }
  }
}
