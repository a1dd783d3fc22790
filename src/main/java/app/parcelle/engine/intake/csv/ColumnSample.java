package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ColumnWords;
import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Numbered;
import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/** What the cells of a sample's column look like, counted for every type at once. */
final class ColumnSample {
  private static final double FITTING = 0.95;
  private static final Set<String> TIME = Set.of("date", "dates", "time", "timestamp", "datetime", "at",
      "heure",
      "horodatage", "epoch", "unix", "unixtime", "ts", "day", "jour", "created", "updated", "creation",
      "inscription", "dob", "birth", "birthday", "birthdate", "naissance", "since", "depuis");
  private static final Set<String> BIRTH = Set.of("birth", "birthday", "birthdate", "naissance", "dob",
      "born",
      "ne", "nee");

  final ColumnWords words;
  final NumberSample point = new NumberSample('.');
  final NumberSample comma = new NumberSample(',');
  int present;
  int answers;
  int wordAnswers;
  int zeroLed;
  int digits;
  int pointZeros;
  int codes;
  int withDigit;
  int signed;
  int separated;
  /** Cells of nine or fourteen digits, with or without blanks, that have the check digit of a SIREN or SIRET. */
  int registered;
  /** Which single letters answer: one bit each, from a on. */
  private int letterAnswers;
  private final DateSample dates;
  private final TextIndex distinct = new TextIndex();
  private int[] weights = new int[64];
  private @Nullable TextDictionary texts;

  ColumnSample(SampleTable table, int column, String name) {
    words = ColumnWords.of(name);
    dates = new DateSample(firstYearOf1900s());
    for (FieldBatch batch : table.batches()) {
      for (int r = 0; r < batch.rows(); r++) {
        int start = batch.start(r, column);
        byte[] b = batch.bytes();
        int from = Cells.trimStart(b, start, batch.end(r, column));
        int to = Cells.trimEnd(b, from, batch.end(r, column));
        if (!Cells.isNothing(b, from, to, batch.quoted(start)) && !Cells.isMark(b, from, to)) {
          count(b, from, to);
        }
      }
    }
  }

  /** The different texts of a whole column. */
  ColumnSample(String name, TextDictionary all) {
    words = ColumnWords.of(name);
    dates = new DateSample(firstYearOf1900s());
    for (int i = 0; i < all.size(); i++) {
      if (!Cells.isMark(all.utf8(), all.offsets()[i], all.offsets()[i + 1])) {
        count(all.utf8(), all.offsets()[i], all.offsets()[i + 1]);
      }
    }
  }

  private void count(byte[] b, int from, int to) {
    present++;
    int code = distinct.add(b, from, to);
    weights = code < weights.length ? weights : Arrays.copyOf(weights, 2 * weights.length);
    weights[code]++;
    boolean answer = YesNoReader.answer(b, from, to) >= 0;
    answers += answer ? 1 : 0;
    wordAnswers += answer && to - from > 1 ? 1 : 0;
    letterAnswers |= answer && to - from == 1 && b[from] > '9' ? 1 << ((b[from] | 0x20) - 'a') : 0;
    int figures = countShape(b, from, to);
    if (figures == 0) {
      return;
    }
    boolean withPoint = point.count(b, from, to);
    boolean number = comma.count(b, from, to) || withPoint;
    if (figures == to - from) {
      dates.countDigits(b, from, to);
    } else if (!number) {
      dates.count(b, from, to);
    }
    if (figures == 9 || figures == 14) {
      registered += CheckDigit.luhn(b, from, to) ? 1 : 0;
    }
  }

  /** Counts what signs a cell is made of; returns how many are digits. */
  private int countShape(byte[] b, int from, int to) {
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
    return figures;
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

  /** The different texts, in the order of their first appearance. */
  TextDictionary texts() {
    if (texts == null) {
      texts = distinct.dictionary();
    }
    return texts;
  }

  /** One of the different texts. */
  byte[] text(int code) {
    int[] offsets = texts().offsets();
    return Arrays.copyOfRange(texts().utf8(), offsets[code], offsets[code + 1]);
  }

  /** How many cells hold a text. */
  int weight(int code) {
    return weights[code];
  }

  /** Whether a single letter says yes and another one no, and there is nothing else. */
  boolean answersInLetters() {
    return answers == present && distinct() >= 2
        && Set.of(bits("yn"), bits("on"), bits("tf"), bits("vf")).contains(letterAnswers)
        && digits == 0;
  }

  private static int bits(String letters) {
    return letters.chars().map(c -> 1 << (c - 'a')).sum();
  }

  /** Whether a few doubles at most keep it from being a key. */
  boolean nearlyUnique() {
    return present > 0 && distinct.size() >= 0.9 * present;
  }

  /** The readings as dates that fit the most cells; of two that fit equally, day first before month first. */
  List<Dates> dates() {
    return dates.best();
  }

  boolean fitsDates() {
    return fits(dates.most()) && dates.surely(present, namesTime(), words.identify());
  }

  /** The readings of a column of bare digits as days or instants; none where it holds numbers. */
  List<Dates> datesInDigits(boolean said) {
    return words.identify() && !said
        ? List.of()
        : dates.ofDigits(FITTING * present, present, distinct(), said || namesTime());
  }

  private boolean namesTime() {
    return words.hasAny(TIME);
  }

  int firstYearOf1900s() {
    return words.hasAny(BIRTH) ? Dates.FIRST_YEAR_OF_BIRTH : Dates.USUAL_FIRST_YEAR;
  }

  /** Whether a cell has a time of day in this way of writing. */
  boolean timed(Dates dates) {
    DateText text = new DateText(dates);
    int[] offsets = texts().offsets();
    for (int i = 0; i < distinct(); i++) {
      if (text.read(texts().utf8(), offsets[i], offsets[i + 1]) && text.hasTime) {
        return true;
      }
    }
    return false;
  }

  /** Prefix and digits that all cells share; null where they do not. */
  @Nullable
  Numbered numbered(boolean dropsPointZero) {
    byte[] utf8 = texts().utf8();
    int[] offsets = texts().offsets();
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
