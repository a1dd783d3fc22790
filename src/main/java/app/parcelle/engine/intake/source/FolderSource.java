package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.RecordsReading;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.archive.LeftBehind;
import app.parcelle.engine.intake.csv.SourceLook;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The files of a folder as one table, by name: the columns that any of them has, and one with the name of the file. Each is
 * read as it would be by itself. Files in folders below, hidden ones and those that systems leave are not among them.
 */
final class FolderSource implements TextSource {
  /** The column with the file's name. */
  static final String FILE = "File";
  private static final int MOST_FILES = 10_000;
  private static final int SHOWN = 5;
  /** What a file says that has columns and no rows, or nothing at all: it adds nothing, and is nothing to worry about. */
  private static final Set<String> WITHOUT_ROWS = Set.of("intake.empty", "intake.no-rows");

  private final Path folder;
  private final TextOptions said;
  private final List<Member> members;
  private final List<String> names;
  private final long bytes;

  /** A file of the folder, as it looks by itself. */
  record Member(Path file, long bytes, SourceLook look) {
    Set<String> keys() {
      Set<String> keys = new HashSet<>();
      look.names().forEach(name -> keys.add(SourceLook.key(name)));
      return keys;
    }
  }

  private FolderSource(Path folder, TextOptions said, List<Member> members) {
    this.folder = folder;
    this.said = said;
    this.members = List.copyOf(members);
    this.names = names(members);
    this.bytes = members.stream().mapToLong(Member::bytes).sum();
  }

  /** @throws Problem when there is no file, or some are no tables or have other columns than the rest */
  static TextSource of(Path folder, TextOptions said, JobContext job) throws IOException {
    List<Path> files = files(folder);
    if (files.isEmpty() || files.size() > MOST_FILES) {
      String key = files.isEmpty() ? "intake.folder-empty" : "intake.folder-too-many";
      throw new Problem(Message.of(key, IntakeProblems.name(folder), MOST_FILES));
    }
    List<Member> members = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : files) {
      job.progress(members.size(), files.size(), Message.of("intake.looking", IntakeProblems.name(folder)));
      job.throwIfCancelled();
      try (TextSource source = Sources.of(file, said, job)) {
        members.add(new Member(file, Files.size(file), SourceLook.of(source, said)));
      } catch (Problem problem) {
        if (!WITHOUT_ROWS.contains(problem.message().key())) {
          unreadable.add(IntakeProblems.name(file));
        }
      }
    }
    requireNone("intake.folder-unreadable", folder, unreadable);
    if (members.isEmpty()) {
      throw new Problem(Message.of("intake.no-rows", IntakeProblems.name(folder)));
    }
    requireNone("intake.folder-misfits", folder, misfits(members));
    return new FolderSource(folder, said, members);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !LeftBehind.is(IntakeProblems.name(file)))
          .sorted(Comparator.comparing(IntakeProblems::name))
          .limit(MOST_FILES + 1L)
          .toList();
    }
  }

  private static void requireNone(String key, Path folder, List<String> files) {
    if (!files.isEmpty()) {
      String some = String.join(", ", files.subList(0, Math.min(SHOWN, files.size())));
      throw new Problem(Message.of(key, IntakeProblems.name(folder), files.size(), some));
    }
  }

  /** The files that share less than half of their columns, or of the usual ones, with the usual ones: those most files have. */
  private static List<String> misfits(List<Member> members) {
    Map<Set<String>, Integer> counts = new LinkedHashMap<>();
    members.forEach(member -> counts.merge(member.keys(), 1, Integer::sum));
    Set<String> usual = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return members.stream().filter(member -> {
      Set<String> shared = member.keys();
      int own = shared.size();
      shared.retainAll(usual);
      return 2 * shared.size() < Math.min(own, usual.size());
    }).map(member -> IntakeProblems.name(member.file)).toList();
  }

  /** The columns of all files, in the order in which they appear, then the one of the file. */
  private static List<String> names(List<Member> members) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Member member : members) {
      member.look.names().forEach(name -> names.putIfAbsent(SourceLook.key(name), name));
    }
    String file = FILE;
    for (int i = 2; names.containsKey(SourceLook.key(file)); i++) {
      file = FILE + " " + i;
    }
    names.put(SourceLook.key(file), file);
    return List.copyOf(names.values());
  }

  @Override
  public String name() {
    return IntakeProblems.name(folder);
  }

  @Override
  public String tableName() {
    return name();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public boolean isRecords() {
    return true;
  }

  @Override
  public Boolean header() {
    return true;
  }

  @Override
  public boolean prefersComma() {
    return members.stream().allMatch(member -> member.look.prefersComma());
  }

  @Override
  public Reading open() {
    FolderRecords records = new FolderRecords(members, names, said);
    return new RecordsReading(records, records::taken);
  }
}
