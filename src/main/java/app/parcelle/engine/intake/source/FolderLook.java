package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.SourceLook;
import app.parcelle.engine.intake.source.FolderSource.Member;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * What the files of a folder are, each looked at by itself.
 *
 * @param members the tables with rows
 * @param withoutRows what there is to say about files without rows, by name; they add nothing, and are nothing to worry about
 * @param unreadable what there is to say about files that are no tables, by name
 */
record FolderLook(List<Member> members, Map<String, Message> withoutRows, Map<String, Message> unreadable) {
  private static final Set<String> WITHOUT_ROWS = Set.of("intake.empty", "intake.no-rows");

  static FolderLook at(Path folder, List<Path> files, TextOptions said, JobContext job) throws IOException {
    List<Member> members = new ArrayList<>();
    Map<String, Message> withoutRows = new LinkedHashMap<>();
    Map<String, Message> unreadable = new LinkedHashMap<>();
    int looked = 0;
    for (Path file : files) {
      job.progress(looked, files.size(), Message.of("intake.looking", IntakeProblems.name(folder)));
      job.throwIfCancelled();
      looked++;
      try (TextSource source = Sources.of(file, said, job)) {
        members.add(new Member(file, Files.size(file), SourceLook.of(source, said)));
      } catch (Problem problem) {
        Message why = problem.message();
        (WITHOUT_ROWS.contains(why.key()) ? withoutRows : unreadable).put(IntakeProblems.name(file), why);
      }
    }
    return new FolderLook(members, withoutRows, unreadable);
  }

  /** The files that share less than half of their columns, or of the usual ones, with the usual ones: those most files have. */
  List<Member> misfits() {
    Map<Set<String>, Integer> counts = new LinkedHashMap<>();
    members.forEach(member -> counts.merge(member.keys(), 1, Integer::sum));
    Set<String> usual = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return members.stream().filter(member -> {
      Set<String> shared = member.keys();
      int own = shared.size();
      shared.retainAll(usual);
      return 2 * shared.size() < Math.min(own, usual.size());
    }).toList();
  }
}
