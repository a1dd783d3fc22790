package app.parcelle.killed;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.WorkbookExport;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.CellChoice;
import app.parcelle.engine.project.CellMend;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.store.Drafts;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.TableWriter;
import app.parcelle.engine.table.Role;

/**
 * A program that works on a project and is killed over it. With a countdown it stops in the middle of the work, says so and
 * waits to be killed; without one it says how often it was asked whether to go on. Work too short for that is repeated without
 * an end, and each time is said.
 */
final class Victim {
  private Victim() {}

  /** Arguments: project, work, countdown, and for import and export the file. Opening is the work of {@code open}. */
  public static void main(String[] args) {
    Countdown countdown = new Countdown(Integer.parseInt(args[2]));
    Path file = Path.of(args[0]);
    if (args[1].equals("parts")) {
      importInParts(file, countdown);
    } else {
      work(file, args, countdown);
    }
    System.out.println("asked " + countdown.asked.get());
  }

  /** More parts than a table may have runs. */
  private static void importInParts(Path file, JobContext job) {
    try (ProjectStore store = ProjectStore.open(file, JobContext.silent());
        TableWriter writer = store.newTable(false, job)) {
      for (int part = 0; part < 9; part++) {
        writer.add(Drafts.draft(Drafts.lines(new Random(part), 30_000, 900, 2 + 30_000L * part), 2));
      }
      store.publish(writer, "Parts", null, "{}");
    }
  }

  private static void work(Path file, String[] args, Countdown countdown) {
    boolean opening = args[1].equals("open");
    try (Project project = Project.open(file, opening ? countdown : JobContext.silent())) {
      switch (args[1]) {
        case "open" -> project.view();
        case "import" -> project.importFile(Path.of(args[3]), ImportOptions.FOUND, countdown);
        case "append" -> into(project, args[3], new Destination.Append("t1"), countdown);
        case "replace" -> into(project, args[3], new Destination.Replace("t1"), countdown);
        case "update" -> into(project, args[3],
            new Destination.Update("t1", project.imports().usualKey("t1").orElseThrow().id()), countdown);
        case "mend" -> project.mending()
            .mend("t1", project.view().tables().getFirst().withRole(Role.EVENT_TIME).orElseThrow().id(),
                new CellChoice.All(), new CellMend.Missing(), countdown);
        case "export" ->
          WorkbookExport.write(project, List.of(everyone()), ExportOptions.usual(Locale.FRANCE),
              Path.of(args[3]), countdown);
        case "undo" -> {
          while (true) {
            project.undo();
            System.out.println("undone");
            project.redo();
            System.out.println("redone");
          }
        }
        case "save" -> {
          for (int i = 0;; i++) {
            project.save(above(i % 2));
            System.out.println("saved");
          }
        }
        default -> throw new IllegalArgumentException(args[1]);
      }
    }
  }

  private static void into(Project project, String file, Destination destination, JobContext job) {
    project.imports().into(Sources.file(Path.of(file)), ImportOptions.FOUND, destination, job);
  }

  static Segment everyone() {
    return new Segment("Everyone", new Condition.Everyone(), new Segment.Reference.Project(), null);
  }

  static Segment above(int amount) {
    return new Segment("Above", new Condition.NumberTest(FieldRef.named("monetary"), NumberOperator.GREATER,
        BigDecimal.valueOf(amount), null, false), new Segment.Reference.Project(), null);
  }

  /** Counts how often the work looks up, and holds it there when its number comes. */
  private static final class Countdown implements JobContext {
    final AtomicInteger asked = new AtomicInteger();
    private final int stop;

    Countdown(int stop) {
      this.stop = stop;
    }

    @Override
    public void progress(long done, long total, Message what) {
      cancelled();
    }

    @Override
    public boolean cancelled() {
      if (asked.incrementAndGet() == stop) {
        System.out.println("here");
        waitToBeKilled();
      }
      return false;
    }

    private static void waitToBeKilled() {
      try {
        System.exit(System.in.read());
      } catch (IOException e) {
        System.exit(1);
      }
    }
  }
}
