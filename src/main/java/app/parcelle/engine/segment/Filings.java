package app.parcelle.engine.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How the saved segments of a project are kept. Immutable. A folder is a path of names with strokes between them; names that differ
 * in case only are the same folder.
 *
 * @param folders those that were made; a folder that holds something is there without being named here
 * @param filings of segments, at most one each
 */
public record Filings(List<String> folders, List<Filing> filings) {
  public static final Filings NONE = new Filings(List.of(), List.of());

  private static final String STROKE = "/";

  public Filings {
    folders = List.copyOf(folders);
    filings = List.copyOf(filings);
  }

  public Filing of(String segmentId) {
    return filings.stream()
        .filter(filing -> filing.id().equals(segmentId))
        .findFirst()
        .orElseGet(() -> Filing.none(segmentId));
  }

  /** All folders with those around them, each once, from A to Z. */
  public List<String> allFolders() {
    TreeSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Stream.concat(folders.stream(), filings.stream().map(Filing::folder))
        .filter(path -> !path.isEmpty())
        .forEach(path -> {
          for (String at = path; !at.isEmpty(); at = parent(at)) {
            all.add(at);
          }
        });
    return List.copyOf(all);
  }

  public Filings with(Filing filing) {
    List<Filing> all = new ArrayList<>(filings);
    all.removeIf(other -> other.id().equals(filing.id()));
    all.add(filing);
    return new Filings(folders, all);
  }

  public Filings without(String segmentId) {
    return new Filings(folders,
        filings.stream().filter(filing -> !filing.id().equals(segmentId)).toList());
  }

  public Filings changed(String segmentId, Instant moment) {
    return with(of(segmentId).changedAt(moment));
  }

  /** @param folder a path as it is written in {@link #path} */
  public Filings moved(String segmentId, String folder) {
    return with(of(segmentId).in(folder));
  }

  public Filings withFolder(String folder) {
    return allFolders().contains(folder) ? this : new Filings(plus(folders, folder), filings);
  }

  /** With all in a folder, and in the folders within, in another place. */
  public Filings renamed(String folder, String to) {
    Filings others = apart(folder);
    UnaryOperator<String> place = path -> within(path, folder)
        ? others.path(to + path.substring(folder.length()))
        : path;
    List<String> named = folders.stream().map(place).filter(path -> !path.isEmpty()).distinct().toList();
    return new Filings(to.isEmpty() || named.contains(to) ? named : plus(named, to),
        filings.stream().map(filing -> filing.in(place.apply(filing.folder()))).toList());
  }

  /** A path that a folder is to have, as {@link #path} writes it beside the other folders. */
  public String path(String written, String folder) {
    return apart(folder).path(written);
  }

  private Filings apart(String folder) {
    return new Filings(folders.stream().filter(path -> !within(path, folder)).toList(),
        filings.stream().filter(filing -> !within(filing.folder(), folder)).toList());
  }

  /** Without a folder; what it held is in the one around it. */
  public Filings removed(String folder) {
    return new Filings(folders.stream().filter(path -> !path.equals(folder)).toList(), filings)
        .renamed(folder, parent(folder));
  }

  /** A path as it is kept: without blanks around names, and in the spelling of folders that there are. */
  public String path(String written) {
    String path = "";
    for (String name : Arrays.stream(written.split(STROKE, -1)).map(String::strip).toList()) {
      if (!name.isEmpty()) {
        String wanted = path.isEmpty() ? name : path + STROKE + name;
        path = allFolders().stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(wanted);
      }
    }
    return path;
  }

  /** Whether a path is that folder or one within it. */
  public static boolean within(String path, String folder) {
    return path.toLowerCase(Locale.ROOT).equals(folder.toLowerCase(Locale.ROOT))
        || path.toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT) + STROKE);
  }

  /** The path of the folder around; empty for one that no folder is around. */
  public static String parent(String folder) {
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }

  /** The last name of a path. */
  public static String name(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static List<String> plus(List<String> some, String one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}
