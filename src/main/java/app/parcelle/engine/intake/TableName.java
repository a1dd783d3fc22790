package app.parcelle.engine.intake;

import java.util.regex.Pattern;

/** What a table is called that was made of a file. */
public final class TableName {
  private static final Pattern FOLDERS = Pattern.compile("^.*/(?=.)", Pattern.DOTALL);
  private static final Pattern PACKED = Pattern.compile("(?i)\\.(gz|zip)$");
  private static final Pattern ENDING = Pattern
      .compile("(?i)\\.(csv|tsv|txt|psv|json|ndjson|jsonl|geojson|ods|fods|xlsx|xlsm|xls|html?)$");

  private TableName() {}

  /** The name of the file without folders and usual endings: {@code orders} for {@code 2026/orders.csv.gz}. */
  public static String of(String file) {
    String last = FOLDERS.matcher(file).replaceFirst("");
    String name = ENDING.matcher(PACKED.matcher(last).replaceFirst("")).replaceFirst("");
    return name.isBlank() ? last : name;
  }
}
