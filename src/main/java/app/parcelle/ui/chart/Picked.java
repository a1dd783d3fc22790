package app.parcelle.ui.chart;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import app.parcelle.engine.table.Bits;

/**
 * What is pointed at and selected in any of the charts that share it: a cluster, counted from 1, and rows. On the JavaFX
 * thread.
 */
public final class Picked {
  /** No row is selected. */
  public static final long[] NONE = {};

  private final IntegerProperty highlighted = new SimpleIntegerProperty();
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final ObjectProperty<long[]> rows = new SimpleObjectProperty<>(NONE);

  public Picked() {
    chosen.addListener((_, _, cluster) -> highlighted.set(cluster.intValue()));
  }

  /** The cluster that stands out; 0 for none. */
  public IntegerProperty highlightedProperty() {
    return highlighted;
  }

  /** The cluster that was clicked; 0 for none. It stands out while no other is pointed at. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The rows that are selected, one bit each; no bit at all when none is. The bits are not to be written to. */
  public ReadOnlyObjectProperty<long[]> rowsProperty() {
    return rows;
  }

  /** @param cluster that is pointed at; 0 when the pointer has left */
  public void hover(int cluster) {
    highlighted.set(cluster == 0 ? chosen.get() : cluster);
  }

  /** @param cluster that was clicked; the same again takes it back, and 0 takes any back */
  public void choose(int cluster) {
    chosen.set(cluster == chosen.get() ? 0 : cluster);
    highlighted.set(chosen.get());
  }

  /** @param selected one bit a row; where none is set, the selection is taken back */
  public void select(long[] selected) {
    rows.set(Bits.count(selected) == 0 ? NONE : selected.clone());
  }

  public boolean selecting() {
    return rows.get().length > 0;
  }

  /** Whether a row is selected, or none is. */
  public boolean has(int row) {
    return has(rows.get(), row);
  }

  /** Whether a row is among those selected; every row is where none is selected. */
  public static boolean has(long[] selected, int row) {
    return selected.length == 0 || (row >> 6 < selected.length && Bits.get(selected, row));
  }
}
