package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.List;

/** Records that were rejected when they were imported, and are rows now. Filled while they are read. */
public final class Retried {
  private final List<Long> places = new ArrayList<>();

  /** Notes that a record is a row now. */
  public void add(Remark.Rejected record) {
    places.add(Batch.place(record.batch(), record.line()));
  }

  public void clear() {
    places.clear();
  }

  List<Long> places() {
    return places;
  }

  /** The imports, with the records counted among the rows that are stored. */
  List<Batch> counted(List<Batch> batches) {
    List<Batch> counted = new ArrayList<>(batches);
    for (long place : places) {
      counted.set(Batch.batch(place), counted.get(Batch.batch(place)).withMended(1));
    }
    return counted;
  }
}
