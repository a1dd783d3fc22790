package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.intake.csv.Format.Numbered;
import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.TextIndex;

/** What the cells of a sample's column look like, counted for every type at once. */
final class ColumnSample {
  private static final double FITTING = 0.95;

  int present;
  int answers;
  int wordAnswers;
  int zeroLed;
  int digits;
  int pointZeros;
  int codes;
  int withDigit;
  int signed;
  int pointFits;
  int pointFractions;
  int commaFits;
  int commaFractions;
  int separated;
  int scale;
  int commaScale;
  private final Map<Dates, int[]> dates = new LinkedHashMap<>();
  private final TextIndex distinct = new TextIndex();
  private final NumberText point = new NumberText('.', Numbers.MOST_SCALE);
  private final NumberText comma = new NumberText(',', Numbers.MOST_SCALE);
  private @Nullable String example;

  ColumnSample(SampleTable table, int column) {
    for (Order order : Order.values()) {
      for (char separator : order == Order.MONTH_DAY_YEAR
          ? new char[]{'/', '-'}
          : new char[]{'-', '/', '.'}) {
        dates.put(new Dates(order, separator, false, ""), new int[2]);
      }
    }
    for (FieldBatch batch : table.batches()) {
      for (int r = 0; r < batch.rows(); r++) {
        int start = batch.start(r, column);
        byte[] b = batch.bytes();
        int from = Cells.trimStart(b, start, batch.end(r, column));
        int to = Cells.trimEnd(b, from, batch.end(r, column));
        if (!Cells.isNothing(b, from, to, batch.quoted(start))) {
          count(b, from, to);
        }
      }
    }
  }

  private void count(byte[] b, int from, int to) {
    present++;
    distinct.add(b, from, to);
    countShape(b, from, to);
    boolean answer = YesNoReader.answer(b, from, to) >= 0;
    answers += answer ? 1 : 0;
    wordAnswers += answer && to - from > 1 ? 1 : 0;
    boolean number = point.read(b, from, to);
    if (number) {
      pointFits++;
      pointFractions += point.fractional ? 1 : 0;
      scale = Math.max(scale, point.scale);
    }
    if (comma.read(b, from, to)) {
      commaFits++;
      commaFractions += comma.fractional ? 1 : 0;
      commaScale = Math.max(commaScale, comma.scale);
      number = true;
    }
    if (!number) {
      countDates(b, from, to);
    }
  }

  private void countShape(byte[] b, int from, int to) {
    int letters = 0;
    int figures = 0;
    int others = 0;
    boolean pointOrComma = false;
    for (int p = from; p < to; p++) {
      byte c = b[p];
      if (c >= '0' && c <= '9') {
        figures++;
      } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        letters++;
      } else if (c != '-' && c != '_' && c != '/') {
        others++;
      }
      pointOrComma |= c == '.' || c == ',';
    }
    int length = to - from;
    withDigit += figures > 0 ? 1 : 0;
    separated += pointOrComma ? 1 : 0;
    signed += b[from] == '-' ? 1 : 0;
    if (figures == length) {
      digits++;
      zeroLed += length > 1 && b[from] == '0' ? 1 : 0;
    } else if (TextReader.beforePointZero(b, from, to) < to) {
      pointZeros++;
    } else if (letters > 0 && figures > 0 && others == 0 && length <= 40) {
      codes++;
    }
  }

  private void countDates(byte[] b, int from, int to) {
    if (to - from < 8 || to - from > 40) {
      return;
    }
    boolean fits = false;
    for (Map.Entry<Dates, int[]> style : dates.entrySet()) {
      DateText text = new DateText(style.getKey().order(), style.getKey().separator());
      if (text.read(b, from, to)) {
        style.getValue()[0]++;
        style.getValue()[1] += text.hasTime ? 1 : 0;
        fits = true;
      }
    }
    if (fits && example == null) {
      example = new String(b, from, to - from, UTF_8);
    }
  }

  /** Whether so many cells are nearly all. */
  boolean fits(int count) {
    return count > 0 && count >= FITTING * present;
  }

  int distinct() {
    return distinct.size();
  }

  boolean unique() {
    return present > 0 && distinct.size() == present;
  }

  /** Whether a few doubles at most keep it from being a key. */
  boolean nearlyUnique() {
    return present > 0 && distinct.size() >= 0.9 * present;
  }

  /** The readings as dates that fit the most cells; of two that fit equally, day first before month first. */
  List<Dates> dates() {
    int most = dates.values().stream().mapToInt(n -> n[0]).max().orElse(0);
    List<Dates> best = new ArrayList<>();
    if (most > 0) {
      dates.forEach((style, n) -> {
        if (n[0] == most) {
          boolean time = n[1] > 0;
          best.add(new Dates(style.order(), style.separator(), time, pattern(style, time)));
        }
      });
    }
    return best;
  }

  boolean fitsDates() {
    return fits(dates.values().stream().mapToInt(n -> n[0]).max().orElse(0));
  }

  private String pattern(Dates style, boolean time) {
    char s = style.separator();
    String date = switch (style.order()) {
      case YEAR_MONTH_DAY -> "yyyy" + s + "MM" + s + "dd";
      case DAY_MONTH_YEAR -> "dd" + s + "MM" + s + "yyyy";
      case MONTH_DAY_YEAR -> "MM" + s + "dd" + s + "yyyy";
    };
    if (!time || example == null) {
      return date;
    }
    boolean seconds = example.indexOf(':') != example.lastIndexOf(':');
    return date + (example.indexOf('T') > 0 ? "'T'" : " ") + (seconds ? "HH:mm:ss" : "HH:mm");
  }

  /** Prefix and digits that all cells share; null where they do not. */
  @Nullable
  Numbered numbered(boolean dropsPointZero) {
    byte[] utf8 = distinct.dictionary().utf8();
    int[] offsets = distinct.dictionary().offsets();
    String prefix = null;
    int padded = 0;
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < distinct.size(); i++) {
      int to = offsets[i + 1];
      to = dropsPointZero ? TextReader.beforePointZero(utf8, offsets[i], to) : to;
      int p = to;
      while (p > offsets[i] && utf8[p - 1] >= '0' && utf8[p - 1] <= '9') {
        p--;
      }
      String before = new String(utf8, offsets[i], p - offsets[i], UTF_8);
      int length = to - p;
      boolean zeroLedHere = length > 1 && utf8[p] == '0';
      if (length == 0 || length > Numbers.SAFE_DIGITS || (prefix != null && !prefix.equals(before))
          || (zeroLedHere && padded != 0 && padded != length)) {
        return null;
      }
      prefix = before;
      padded = zeroLedHere ? length : padded;
      shortest = Math.min(shortest, length);
    }
    return prefix == null || padded > shortest ? null : new Numbered(prefix, padded, dropsPointZero);
  }
}
