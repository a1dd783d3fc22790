package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of months and days of the week in French and English, and their abbreviations, whatever the case and with or without
 * accents; and abbreviations of time zones. Only the first eight letters are compared: they tell all of them apart.
 */
final class DateNames {
  /** What {@link #of} says of a weekday; {@code mar} is one too, but is taken for a month. */
  static final int WEEKDAY = 13;
  static final int NONE = 0;
  /** Of {@link #offset}. */
  static final int NO_ZONE = Integer.MIN_VALUE;

  private static final List<String> MONTHS = List.of("janvier january janv jan",
      "fevrier february fevr fev feb",
      "mars march mar", "avril april avr apr", "mai may", "juin june jun", "juillet july juill juil jul",
      "aout august aou aug", "septembre september sept sep", "octobre october oct", "novembre november nov",
      "decembre december dec");
  private static final String WEEKDAYS = "lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
      + "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun";
  /** Hours east of UTC. Abbreviations that several zones share, such as IST, are none. */
  private static final Map<String, Double> ZONES = Map.ofEntries(Map.entry("utc", 0.0), Map.entry("gmt", 0.0),
      Map.entry("z", 0.0), Map.entry("wet", 0.0), Map.entry("west", 1.0), Map.entry("bst", 1.0),
      Map.entry("cet", 1.0), Map.entry("cest", 2.0), Map.entry("met", 1.0), Map.entry("mest", 2.0),
      Map.entry("eet", 2.0), Map.entry("eest", 3.0), Map.entry("msk", 3.0), Map.entry("est", -5.0),
      Map.entry("edt", -4.0), Map.entry("cst", -6.0), Map.entry("cdt", -5.0), Map.entry("mst", -7.0),
      Map.entry("mdt", -6.0), Map.entry("pst", -8.0), Map.entry("pdt", -7.0), Map.entry("jst", 9.0),
      Map.entry("aest", 10.0), Map.entry("aedt", 11.0));

  private static final int LONGEST = 9;
  private static final long[] PACKED;
  private static final int[] MEANING;
  private static final long[] ZONE_PACKED;
  private static final int[] ZONE_SECONDS;

  static {
    Map<Long, Integer> names = new HashMap<>();
    for (int m = 0; m < MONTHS.size(); m++) {
      for (String name : MONTHS.get(m).split(" ")) {
        names.put(packed(name), m + 1);
      }
    }
    for (String name : WEEKDAYS.split(" ")) {
      names.put(packed(name), WEEKDAY);
    }
    PACKED = sorted(names);
    MEANING = Arrays.stream(PACKED).mapToInt(names::get).toArray();
    Map<Long, Integer> zones = new HashMap<>();
    ZONES.forEach((name, hours) -> zones.put(packed(name), (int) Math.round(hours * 3600)));
    ZONE_PACKED = sorted(zones);
    ZONE_SECONDS = Arrays.stream(ZONE_PACKED).mapToInt(zones::get).toArray();
  }

  private DateNames() {}

  /** Where the letters from a position on end. */
  static int end(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (isLetter(b[p]) || accentAt(b, p, to) != 0)) {
      p += b[p] < 0 ? 2 : 1;
    }
    return p;
  }

  /** 1 to 12 for a month, {@link #WEEKDAY}, or {@link #NONE}. */
  static int of(byte[] b, int from, int to) {
    int place = place(PACKED, b, from, to);
    return place < 0 ? NONE : MEANING[place];
  }

  /** Seconds east of UTC; {@link #NO_ZONE} where the letters name no zone. */
  static int offset(byte[] b, int from, int to) {
    int place = place(ZONE_PACKED, b, from, to);
    return place < 0 ? NO_ZONE : ZONE_SECONDS[place];
  }

  private static int place(long[] sorted, byte[] b, int from, int to) {
    long packed = 0;
    int letters = 0;
    for (int p = from; p < to; p++) {
      int letter = b[p] | 0x20;
      if (b[p] < 0) {
        letter = accentAt(b, p, to);
        p++;
      }
      packed = letters < 8 ? packed << 8 | letter : packed;
      letters++;
    }
    return letters == 0 || letters > LONGEST ? -1 : Arrays.binarySearch(sorted, packed);
  }

  /** The letter under the accent of é, É, û, Û; 0 where there is none. */
  private static int accentAt(byte[] b, int p, int to) {
    if (b[p] != (byte) 0xC3 || p + 1 >= to) {
      return 0;
    }
    int small = b[p + 1] | 0x20;
    return small == (byte) 0xA9 ? 'e' : small == (byte) 0xBB ? 'u' : 0;
  }

  private static boolean isLetter(byte c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static long packed(String name) {
    long packed = 0;
    byte[] letters = name.getBytes(UTF_8);
    for (int i = 0; i < Math.min(8, letters.length); i++) {
      packed = packed << 8 | letters[i];
    }
    return packed;
  }

  private static long[] sorted(Map<Long, Integer> names) {
    return names.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
