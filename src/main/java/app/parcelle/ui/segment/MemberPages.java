package app.parcelle.ui.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;

import app.parcelle.engine.evaluate.MemberRows;

/** Rows of a table that are made page by page when they come into sight; few pages are kept, however many rows there are. */
final class MemberPages extends ObservableListBase<MemberRows.Row> {
  private static final int PAGE = 500;
  private static final int KEPT = 6;

  private final MemberRows rows;
  private final Map<Integer, List<MemberRows.Row>> pages = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, List<MemberRows.Row>> eldest) {
      return size() > KEPT;
    }
  };

  MemberPages(MemberRows rows) {
    this.rows = rows;
  }

  @Override
  public MemberRows.Row get(int row) {
    int page = row / PAGE;
    return pages
        .computeIfAbsent(page, p -> rows.page(p * PAGE, Math.min(rows.size(), (p + 1) * PAGE)))
        .get(row % PAGE);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
