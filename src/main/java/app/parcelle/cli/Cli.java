package app.parcelle.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.BugReport;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

/**
 * The command line: reads a command, does it, answers. Answers go to standard output, all else to standard error, both as UTF-8
 * whatever the locale.
 */
public final class Cli {
  static final int DONE = 0;
  static final int NOT_DONE = 1;
  static final int MISUSED = 2;
  /** As sysexits.h has it: the program is at fault. */
  static final int BUG = 70;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  private Cli(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Runs one command and returns its exit code, without progress. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new Cli(out, err, false).answer(args);
  }

  /** Runs one command on the standard streams and returns its exit code. */
  public static int run(String[] args) {
    return new Cli(new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8), atTerminal()).answer(args);
  }

  // JDK 25 went back to null where there is no terminal; the check knows JDK 22 only
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private int answer(String[] args) {
    Texts texts = new Texts(locale(args, Locale.getDefault()));
    CommandLine line = Commands.of(texts);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    try {
      ParseResult parsed = line.parseArgs(args);
      Integer help = CommandLine.executeHelpRequest(parsed);
      if (help != null) {
        return help;
      }
      Object command = parsed.asCommandLineList().getLast().getCommand();
      if (command instanceof Work work) {
        Commands before = parsed.commandSpec().commandLine().getCommand();
        return done(work, before.common.json || work.json(), texts);
      }
      line.usage(line.getErr());
      return MISUSED;
    } catch (ParameterException e) {
      err.println(UsageErrors.text(e, texts));
      return MISUSED;
    }
  }

  private int done(Work work, boolean json, Texts texts) {
    TerminalProgress progress = new TerminalProgress(err, texts);
    try {
      Answer answer = work.run(new Session(texts, terminal ? progress : JobContext.silent(), message -> {
        progress.erase();
        err.println(texts.text(message));
      }));
      progress.erase();
      if (json) {
        out.println(Json.write(answer.json()));
      } else {
        answer.lines().forEach(out::println);
      }
      return answer.whole() ? DONE : NOT_DONE;
    } catch (Problem problem) {
      progress.erase();
      err.println(texts.text(problem.message()));
      return problem instanceof Misuse ? MISUSED : NOT_DONE;
    } catch (RuntimeException | Error bug) {
      progress.erase();
      err.println(told(BugReport.of(bug), texts));
      return BUG;
    }
  }

  private static String told(BugReport report, Texts texts) {
    try {
      Path log = Files.createTempFile("parcelle-", ".log");
      Files.writeString(log, report.details() + "\n");
      return texts.text("cli.bug", report.code(), log.toString());
    } catch (IOException e) {
      return texts.text("cli.bug.no-log", report.code(), report.details());
    }
  }

  /** The language asked for, else that of the machine if there are texts in it, else English. */
  static Locale locale(String[] args, Locale machine) {
    String asked = asked(List.of(args));
    String language = asked.isEmpty() ? machine.getLanguage() : asked.toLowerCase(Locale.ROOT);
    if (language.equals(machine.getLanguage()) && Converters.Language.ALL.contains(language)) {
      return machine;
    }
    return language.equals("fr") ? Locale.FRANCE : Locale.UK;
  }

  private static String asked(List<String> args) {
    int at = args.indexOf("--language");
    if (at >= 0 && at + 1 < args.size()) {
      return args.get(at + 1);
    }
    return args.stream()
        .filter(arg -> arg.startsWith("--language="))
        .map(arg -> arg.substring("--language=".length()))
        .findFirst()
        .orElse("");
  }
}
