package app.parcelle.ui.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.chart.map.MapName;
import app.parcelle.ui.job.JobRunner;

/** The distributions that the screen shows, computed one after the other away from it and kept until the data changes. */
final class Distributions {
  /** More than can be in sight; what has scrolled away asks again when it comes back. */
  private static final int MOST = 200;

  private final Audiences audiences;
  private final JobRunner jobs;
  private final Notices notices;
  private final Map<String, Distribution> known = new HashMap<>();
  private final Once<ValueCounts> values = new Once<>("values-", Message.of("builder.job.values"));
  private final Once<PlaceNames> placeNames = new Once<>("place-names-", Message.of("builder.job.places"));
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private boolean working;

  private record Wish(Field field, Consumer<Distribution> then) {}

  Distributions(Audiences audiences, JobRunner jobs, Notices notices) {
    this.audiences = audiences;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Gives the distribution of a field: at once when it is known, else when it is. */
  void of(Field field, Consumer<Distribution> then) {
    Optional<Distribution> there = Optional.ofNullable(known.get(field.id()));
    if (there.isPresent()) {
      then.accept(there.get());
    } else {
      // what came into sight last is wanted first
      wishes.push(new Wish(field, then));
      if (wishes.size() > MOST) {
        wishes.removeLast();
      }
      next();
    }
  }

  /** The texts in a column of events, the most frequent first. */
  void of(TableVersion table, Column column, Consumer<ValueCounts> then) {
    values.of(table, column, job -> ValueCounts.of(audiences.data(), table, column, job), then);
  }

  /** Gives those of these texts that no customer has in a field. */
  void absent(Field field, List<String> texts, boolean exact, Consumer<List<String>> then) {
    jobs.run("absent", Message.of("builder.job.absent"),
        job -> ValueCounts.absent(audiences.column(field, new Segment.Reference.Project(), job), texts, exact,
            job),
        then, notices::complain);
  }

  /** Gives where customers are; not at all where there is no such field. */
  void places(Condition.Coordinates where, Consumer<CustomerMap> then) {
    Field latitude = audiences.fields().find(where.latitude()).orElse(null);
    FieldRef east = where.longitude();
    Field longitude = east == null ? null : audiences.fields().find(east).orElse(null);
    if (latitude != null && (east == null || longitude != null)) {
      jobs.run("places", Message.of("builder.job.places"),
          job -> CustomerMap.of(audiences.column(latitude, new Segment.Reference.Project(), job),
              longitude == null
                  ? null
                  : audiences.column(longitude, new Segment.Reference.Project(), job)),
          then, notices::complain);
    }
  }

  /** The places that a column of a table of places names. */
  void placeNames(TableVersion table, Column column, Consumer<PlaceNames> then) {
    placeNames.of(table, column, job -> PlaceNames.of(audiences.data(), table, column, job), then);
  }

  /** What is computed once of a column, for all who ask while it is being computed and after. */
  private final class Once<T> {
    private final String key;
    private final Message what;
    private final Map<String, T> known = new HashMap<>();
    private final Map<String, List<Consumer<T>>> wanted = new HashMap<>();

    Once(String key, Message what) {
      this.key = key;
      this.what = what;
    }

    void of(TableVersion table, Column column, JobRunner.Work<T> work, Consumer<T> then) {
      String id = table.versionId() + "." + column.id();
      Optional<T> there = Optional.ofNullable(known.get(id));
      if (there.isPresent()) {
        then.accept(there.get());
        return;
      }
      List<Consumer<T>> waiting = wanted.computeIfAbsent(id, _ -> new ArrayList<>());
      waiting.add(then);
      if (waiting.size() == 1) {
        jobs.run(key + id, what, work, found -> {
          known.put(id, found);
          wanted.remove(id);
          waiting.forEach(one -> one.accept(found));
        }, failure -> {
          wanted.remove(id);
          notices.complain(failure);
        });
      }
    }

    void forget() {
      known.clear();
      wanted.clear();
    }
  }

  /** The names to stand on a map of customers. */
  void names(CustomerMap map, PlaceNames places, Consumer<List<MapName>> then) {
    jobs.run("map-names", Message.of("builder.job.places"), _ -> map.names(places), then, notices::complain);
  }

  /** The data has changed. */
  void forget() {
    known.clear();
    values.forget();
    placeNames.forget();
    wishes.clear();
    working = false;
    jobs.cancel("distribution");
  }

  private void next() {
    if (working || wishes.isEmpty()) {
      return;
    }
    Wish wish = wishes.remove();
    Optional<Distribution> there = Optional.ofNullable(known.get(wish.field().id()));
    if (there.isPresent()) {
      wish.then().accept(there.get());
      next();
      return;
    }
    working = true;
    jobs.run("distribution", Message.of("builder.job.distribution"),
        job -> Distribution.of(audiences.column(wish.field(), new Segment.Reference.Project(), job)),
        found -> {
          working = false;
          known.put(wish.field().id(), found);
          wish.then().accept(found);
          next();
        }, failure -> {
          working = false;
          notices.complain(failure);
          next();
        });
  }
}
