package app.parcelle.ui.chart.map;

import app.parcelle.ui.chart.Picked;

/**
 * How points are coloured, and which of them stand out.
 *
 * @param colours one a group, from 0 for none on, ARGB
 * @param highlighted the only group that stands out; 0 where all do
 * @param selected the only rows that stand out, one bit each; empty where all do
 * @param rows the row of each point; empty where a point's row is its number
 */
record Ink(int[] colours, int highlighted, long[] selected, int[] rows) {
  static Ink plain(int... colours) {
    return new Ink(colours, 0, Picked.NONE, new int[0]);
  }

  /** Whether every point stands out. */
  boolean even() {
    return highlighted == 0 && selected.length == 0;
  }

  boolean stands(int point, int group) {
    return (highlighted == 0 || group == highlighted)
        && (selected.length == 0 || Picked.has(selected, rows.length == 0 ? point : rows[point]));
  }
}
