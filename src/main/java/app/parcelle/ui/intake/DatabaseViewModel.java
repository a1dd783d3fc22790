package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.database.DatabaseLogin;
import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.intake.database.DatabaseTables;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.job.JobRunner;

/** Reaching a database, and choosing what to import from it. The password is forgotten when the person leaves. */
final class DatabaseViewModel {
  static final String CONNECT = "data/database";

  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final ObjectProperty<DatabaseKind> kind = new SimpleObjectProperty<>(DatabaseKind.POSTGRESQL);
  private final StringProperty host = new SimpleStringProperty("localhost");
  private final StringProperty port = new SimpleStringProperty(
      String.valueOf(DatabaseKind.POSTGRESQL.port()));
  private final StringProperty database = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("jdbc:");
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> driver = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<Asked> asked = new SimpleObjectProperty<>(Asked.TABLES);
  private final List<String> all = new ArrayList<>();
  private final ObservableList<String> found = FXCollections.observableArrayList();
  private final ObservableSet<String> chosen = FXCollections.observableSet();
  private @Nullable TableVersion refreshed;
  private @Nullable String wanted;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Apart());

  /** What is asked of the database. */
  enum Asked {
    TABLES, QUERY
  }

  /** How things stand with the database. */
  sealed interface State {
    /** Nothing has been tried with what is now in the fields. */
    record Apart() implements State {}

    record Connecting() implements State {}

    record Connected(int tables) implements State {}

    record Refused(Message why) implements State {}
  }

  /** @param complain told of failures that no one expected */
  DatabaseViewModel(JobRunner jobs, Consumer<Throwable> complain) {
    this.jobs = jobs;
    this.complain = complain;
    kind.subscribe((_, now) -> {
      port.set(now.isServer() ? String.valueOf(now.port()) : "");
      part();
    });
    List.of(host, port, database, user, password, address)
        .forEach(field -> field.subscribe((_, _) -> part()));
    file.subscribe((_, _) -> part());
    driver.subscribe((_, _) -> part());
    search.subscribe((_, _) -> find());
  }

  ObjectProperty<DatabaseKind> kind() {
    return kind;
  }

  StringProperty host() {
    return host;
  }

  StringProperty port() {
    return port;
  }

  StringProperty database() {
    return database;
  }

  StringProperty user() {
    return user;
  }

  StringProperty password() {
    return password;
  }

  /** The whole JDBC address, for kinds that are not known by name. */
  StringProperty address() {
    return address;
  }

  /** The file of a database that is one; null before it is chosen. */
  ObjectProperty<@Nullable Path> file() {
    return file;
  }

  /** The jar of the driver, for kinds that are not known by name; null before it is chosen. */
  ObjectProperty<@Nullable Path> driver() {
    return driver;
  }

  StringProperty search() {
    return search;
  }

  StringProperty query() {
    return query;
  }

  ObjectProperty<Asked> asked() {
    return asked;
  }

  /** The tables and views whose names hold the words searched for. */
  ObservableList<String> found() {
    return found;
  }

  /** The tables to import. */
  ObservableSet<String> chosen() {
    return chosen;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty connecting() {
    return jobs.running(CONNECT);
  }

  /** Whether enough is said to try. */
  boolean complete() {
    return switch (kind.get()) {
      case POSTGRESQL, MYSQL -> !host.get().isBlank() && port.get().strip().matches("\\d{1,5}")
          && !database.get().isBlank();
      case SQLITE -> file.get() != null;
      case OTHER -> address.get().strip().matches("jdbc:[^:]+:.+");
    };
  }

  /** Tries the login, and lists what there is to import. */
  void connect() {
    DatabaseLogin login = login();
    part();
    state.set(new State.Connecting());
    jobs.run(CONNECT, Message.of("database.job", login.place()), _ -> DatabaseTables.of(login), tables -> {
      tables.forEach(table -> all.add(table.shown()));
      find();
      chooseWanted();
      state.set(new State.Connected(all.size()));
    }, failure -> {
      if (failure instanceof Problem problem) {
        state.set(new State.Refused(problem.message()));
      } else {
        state.set(new State.Apart());
        complain.accept(failure);
      }
    });
  }

  /**
   * Says that what is chosen brings a table up to date.
   *
   * @param live what was read of the database before
   */
  void refresh(TableVersion table, SavedImport.Live live) {
    part();
    refreshed = table;
    wanted = live.table();
    asked.set(live.query() == null ? Asked.TABLES : Asked.QUERY);
    if (live.query() != null) {
      query.set(live.query());
    }
  }

  /** The table that is to be brought up to date; null where a new one is wanted. */
  @Nullable
  TableVersion refreshed() {
    return refreshed;
  }

  private void chooseWanted() {
    if (wanted != null) {
      all.stream()
          .filter(name -> name.equals(wanted) || name.endsWith("." + wanted))
          .findFirst()
          .ifPresent(chosen::add);
    }
  }

  /** Waits no longer for an answer. */
  void cancel() {
    part();
  }

  /** What was listed belongs to another login. */
  private void part() {
    jobs.cancel(CONNECT);
    all.clear();
    chosen.clear();
    find();
    state.set(new State.Apart());
  }

  private void find() {
    String[] words = Folding.fold(search.get()).split("\\s+");
    found.setAll(all.stream().filter(table -> {
      String name = Folding.fold(table);
      return Arrays.stream(words).allMatch(name::contains);
    }).toList());
  }

  private DatabaseLogin login() {
    DatabaseKind of = kind.get();
    String url = switch (of) {
      case POSTGRESQL, MYSQL -> of.url(host.get().strip(), port.get().strip(), database.get().strip());
      case SQLITE -> of.url(String.valueOf(file.get()));
      case OTHER -> address.get().strip();
    };
    boolean named = of != DatabaseKind.SQLITE;
    return new DatabaseLogin(url, named ? given(user.get().strip()) : null,
        named ? given(password.get()) : null, of == DatabaseKind.OTHER ? driver.get() : null);
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Whether there is something to import. */
  boolean ready() {
    return asked.get() == Asked.TABLES
        ? refreshed == null ? !chosen.isEmpty() : chosen.size() == 1
        : complete() && !query.get().isBlank();
  }

  /** What the person has chosen: tables in the order of the list, or the answer to a query. */
  List<DatabaseTable> origins() {
    DatabaseLogin login = login();
    return asked.get() == Asked.QUERY
        ? List.of(new DatabaseTable(login, null, query.get().strip()))
        : all.stream().filter(chosen::contains).map(table -> new DatabaseTable(login, table, null)).toList();
  }

  /** Forgets the password and what was listed with it; the rest stays for the next time. */
  void leave() {
    password.set("");
    refreshed = null;
    wanted = null;
    part();
  }
}
