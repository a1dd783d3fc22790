package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  private final Path folder;
  private final TextOptions said;
  private final List<Member> members;
  private final List<String> names;
  private final List<Message> notes;
  private final long bytes;

  /** A file of the folder, as it looks by itself. */
  record Member(Path file, long bytes, SourceLook look) {
    String name() {
      return IntakeProblems.name(file);
    }

    Set<String> keys() {
      Set<String> keys = new HashSet<>();
      look.names().forEach(name -> keys.add(SourceLook.key(name)));
      return keys;
    }
  }

  private FolderSource(Path folder, TextOptions said, List<Member> members, List<Message> notes) {
    this.folder = folder;
    this.said = said;
    this.members = List.copyOf(members);
    this.names = names(members);
    this.notes = List.copyOf(notes);
    this.bytes = members.stream().mapToLong(Member::bytes).sum();
  }

  /** @throws Problem when there is no file, or some are no tables or have other columns than the rest */
  static TextSource of(Path folder, TextOptions said, JobContext job) throws IOException {
    FolderLook look = FolderLook.at(folder, files(folder), said, job);
    requireNone("intake.folder-unreadable", folder, look.unreadable().keySet());
    requireSome(folder, look.members());
    requireNone("intake.folder-misfits", folder, look.misfits().stream().map(Member::name).toList());
    return new FolderSource(folder, said, look.members(), List.of());
  }

  /**
   * The same, but files that are no tables or have other columns than the rest are left out, and told of in the notes.
   *
   * @throws Problem when there is no file to read
   */
  static TextSource leavingOut(Path folder, TextOptions said, JobContext job) throws IOException {
    FolderLook look = FolderLook.at(folder, files(folder), said, job);
    if (look.members().isEmpty()) {
      requireNone("intake.folder-unreadable", folder, look.unreadable().keySet());
    }
    requireSome(folder, look.members());
    List<Member> fitting = new ArrayList<>(look.members());
    fitting.removeAll(look.misfits());
    List<Message> left = new ArrayList<>();
    left.addAll(look.withoutRows().values());
    left.addAll(look.unreadable().values());
    look.misfits().forEach(member -> left.add(Message.of("intake.folder-misfit", member.name())));
    List<Message> notes = new ArrayList<>();
    notes.add(Message.of("intake.folder-files", fitting.size(), left.size()));
    notes.addAll(left.subList(0, Math.min(SHOWN, left.size())));
    if (left.size() > SHOWN) {
      notes.add(Message.of("intake.folder-more", left.size() - SHOWN));
    }
    return new FolderSource(folder, said, fitting, notes);
  }

  private static void requireSome(Path folder, List<Member> members) {
    if (members.isEmpty()) {
      throw new Problem(Message.of("intake.no-rows", IntakeProblems.name(folder)));
    }
  }

  /** By name, at least one. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile)
          .filter(file -> !LeftBehind.is(IntakeProblems.name(file)))
          .sorted(Comparator.comparing(IntakeProblems::name))
          .limit(MOST_FILES + 1L)
          .toList();
    }
    if (files.isEmpty() || files.size() > MOST_FILES) {
      String key = files.isEmpty() ? "intake.folder-empty" : "intake.folder-too-many";
      throw new Problem(Message.of(key, IntakeProblems.name(folder), MOST_FILES));
    }
    return files;
  }

  private static void requireNone(String key, Path folder, Collection<String> files) {
    if (!files.isEmpty()) {
      String some = files.stream().limit(SHOWN).collect(Collectors.joining(", "));
      throw new Problem(Message.of(key, IntakeProblems.name(folder), files.size(), some));
    }
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
  public List<Message> notes() {
    return notes;
  }

  @Override
  public Reading open() {
    FolderRecords records = new FolderRecords(members, names, said);
    return new RecordsReading(records, records::taken);
  }
}
