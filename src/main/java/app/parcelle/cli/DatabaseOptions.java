package app.parcelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.database.DatabaseLogin;
import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.project.SavedImport;

/** A database to import from, instead of files. */
final class DatabaseOptions {
  @Option(names = "--database", paramLabel = "URL", descriptionKey = "cli.option.database")
  @Nullable
  String url;

  @Option(names = "--user", paramLabel = "USER", descriptionKey = "cli.option.user")
  @Nullable
  String user;

  @Option(names = "--password-from", paramLabel = "VARIABLE", descriptionKey = "cli.option.password-from")
  @Nullable
  String passwordVariable;

  @Option(names = "--driver", paramLabel = "JAR", descriptionKey = "cli.option.driver")
  @Nullable
  Path driver;

  @Option(names = "--query", paramLabel = "SQL", descriptionKey = "cli.option.query")
  @Nullable
  String query;

  /** What the words that follow the options stand for: tables where a database is named, else files. */
  List<Origin> origins(List<String> words) {
    return origins(words, null);
  }

  /** @param last what stands for a database where no word follows and no query is given; null for nothing */
  List<Origin> origins(List<String> words, SavedImport.@Nullable Live last) {
    List<Origin> origins = new ArrayList<>();
    if (url == null) {
      if (user != null || passwordVariable != null || driver != null || query != null) {
        throw new Misuse("cli.problem.no-database", "--database");
      }
      words.forEach(word -> origins.add(Sources.file(Path.of(word))));
    } else {
      DatabaseLogin login = new DatabaseLogin(url, user, password(), driver);
      words.forEach(word -> origins.add(new DatabaseTable(login, word, null)));
      if (query != null) {
        origins.add(new DatabaseTable(login, null, query));
      }
      if (origins.isEmpty() && last != null) {
        origins.add(new DatabaseTable(login, last.table(), last.query()));
      }
    }
    if (origins.isEmpty()) {
      throw new Misuse("cli.problem.nothing-to-import");
    }
    return origins;
  }

  /** A password on the command line would be seen by everyone who lists the processes of the machine. */
  private @Nullable String password() {
    if (passwordVariable == null) {
      return null;
    }
    String password = System.getenv(passwordVariable);
    if (password == null) {
      throw new Misuse("cli.problem.no-variable", passwordVariable);
    }
    return password;
  }
}
