package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/**
 * Where customers are, in decimal degrees by customer number. A latitude beyond 90 or a longitude beyond 180 is no coordinate.
 *
 * @param latitudes NaN where there is no coordinate
 * @param longitudes NaN where there is no coordinate
 * @param missing customers without coordinates; one bit each
 */
public record Positions(double[] latitudes, double[] longitudes, long[] missing) {
  private static final Pattern BOTH = Pattern
      .compile("[(\\[]?\\s*([+-]?\\d{1,3}(?:[.,]\\d+)?)\\s*[;|]\\s*([+-]?\\d{1,3}(?:[.,]\\d+)?)\\s*[)\\]]?");
  private static final Pattern WITH_POINTS = Pattern
      .compile(
          "[(\\[]?\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)(?:\\s*,\\s*|\\s+)([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*[)\\]]?");
  private static final Pattern WITH_COMMAS = Pattern
      .compile("[(\\[]?\\s*([+-]?\\d{1,3},\\d+)(?:\\s*,\\s+|\\s+)([+-]?\\d{1,3},\\d+)\\s*[)\\]]?");

  /** @throws Problem when a field holds no numbers, or the one that holds both no texts */
  static Positions of(Condition.Coordinates where, Function<FieldRef, Field> fields,
      Function<FieldRef, List<Chunk>> columns, int customers, JobContext job) {
    FieldRef longitude = where.longitude();
    Field first = fields.apply(where.latitude());
    if (longitude == null) {
      require(first.type().isText(), first);
      return of(columns.apply(where.latitude()), customers, job);
    }
    Field second = fields.apply(longitude);
    require(first.type().isNumber(), first);
    require(second.type().isNumber(), second);
    return of(columns.apply(where.latitude()), first.scale(), columns.apply(longitude), second.scale(),
        customers, job);
  }

  private static void require(boolean fits, Field field) {
    if (!fits) {
      throw new Problem(Message.of("evaluate.wrong-type", field.name()));
    }
  }

  /** Of two number fields. */
  static Positions of(List<Chunk> latitudes, int latitudeScale, List<Chunk> longitudes, int longitudeScale,
      int customers, JobContext job) {
    Positions all = new Positions(new double[customers], new double[customers], Bits.of(customers));
    double latitudeUnit = Math.pow(10, latitudeScale);
    double longitudeUnit = Math.pow(10, longitudeScale);
    Blocks.each(latitudes.size(), job, b -> {
      Chunk latitude = latitudes.get(b);
      Chunk longitude = longitudes.get(b);
      long[] up = new long[latitude.rows()];
      long[] aside = new long[latitude.rows()];
      latitude.copyTo(up, 0);
      longitude.copyTo(aside, 0);
      all.put(b * Chunk.ROWS, up, latitudeUnit, aside, longitudeUnit);
      all.leaveOut(b * Chunk.ROWS, latitude.missing());
      all.leaveOut(b * Chunk.ROWS, longitude.missing());
    });
    return all;
  }

  /** Of one text field: latitude, then longitude. Each text of a dictionary is read once. */
  static Positions of(List<Chunk> texts, int customers, JobContext job) {
    Positions all = new Positions(new double[customers], new double[customers], Bits.of(customers));
    double[] of = new double[0];
    Dictionary known = null;
    for (int b = 0; b < texts.size(); b++) {
      job.throwIfCancelled();
      Chunk chunk = texts.get(b);
      Dictionary dictionary = chunk.dictionary();
      if (dictionary != null && dictionary != known && dictionary.size() >= 0) {
        known = dictionary;
        of = read(dictionary, job);
      }
      for (int i = 0, c = b * Chunk.ROWS; i < chunk.rows(); i++, c++) {
        if (dictionary == null || dictionary.size() < 0 || chunk.isMissing(i)) {
          all.put(c, Double.NaN, Double.NaN);
        } else {
          int code = (int) chunk.at(i);
          all.put(c, of[2 * code], of[2 * code + 1]);
        }
      }
    }
    return all;
  }

  private static double[] read(Dictionary dictionary, JobContext job) {
    double[] of = new double[2 * dictionary.size()];
    int block = 1 << 13;
    Blocks.each(Math.ceilDiv(dictionary.size(), block), job, b -> {
      for (int code = b * block; code < Math.min(dictionary.size(), (b + 1) * block); code++) {
        double[] read = read(dictionary.text(code));
        of[2 * code] = read[0];
        of[2 * code + 1] = read[1];
      }
    });
    return of;
  }

  /** Latitude and longitude of a text such as {@code 48.85, 2.35}, {@code 48,85; 2,35} or {@code (48.85 2.35)}; NaN for others. */
  public static double[] read(String text) {
    for (Pattern pattern : List.of(WITH_POINTS, BOTH, WITH_COMMAS)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return new double[]{degrees(matcher.group(1)), degrees(matcher.group(2))};
      }
    }
    return new double[]{Double.NaN, Double.NaN};
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** Those of a chunk, in units of the fields; what missing ones are given means nothing. */
  private void put(int first, long[] up, double latitudeUnit, long[] aside, double longitudeUnit) {
    for (int i = 0; i < up.length; i++) {
      double latitude = up[i] / latitudeUnit;
      double longitude = aside[i] / longitudeUnit;
      boolean there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      latitudes[first + i] = there ? latitude : Double.NaN;
      longitudes[first + i] = there ? longitude : Double.NaN;
      missing[(first + i) >> 6] |= (there ? 0L : 1L) << i;
    }
  }

  /** Takes away the coordinates of the rows of a chunk that have none. */
  private void leaveOut(int first, long @Nullable [] holes) {
    if (holes == null) {
      return;
    }
    for (int w = 0; w < holes.length; w++) {
      missing[(first >> 6) + w] |= holes[w];
      for (long left = holes[w]; left != 0; left &= left - 1) {
        int customer = first + (w << 6) + Long.numberOfTrailingZeros(left);
        latitudes[customer] = Double.NaN;
        longitudes[customer] = Double.NaN;
      }
    }
  }

  private void put(int customer, double latitude, double longitude) {
    boolean there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    latitudes[customer] = there ? latitude : Double.NaN;
    longitudes[customer] = there ? longitude : Double.NaN;
    if (!there) {
      missing[customer >> 6] |= 1L << customer;
    }
  }

  /** A rectangle in degrees, its edge included. */
  record Box(double south, double north, double west, double east) {}

  interface Exactly {
    boolean holds(double latitude, double longitude);
  }

  /** Those in a box who also pass an exact test: one bit a customer. */
  long[] in(Box box, Exactly exactly, JobContext job) {
    long[] bits = new long[missing.length];
    Blocks.each(Math.ceilDiv(latitudes.length, Chunk.ROWS), job, b -> {
      int end = Math.min(latitudes.length, (b + 1) * Chunk.ROWS);
      for (int c = b * Chunk.ROWS; c < end; c++) {
        double latitude = latitudes[c];
        double longitude = longitudes[c];
        if (latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
            && exactly.holds(latitude, longitude)) {
          bits[c >> 6] |= 1L << c;
        }
      }
    });
    return bits;
  }

  long bytes() {
    return 16L * latitudes.length + 8L * missing.length;
  }
}
