package app.parcelle.ui.cluster;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.Picked;

/**
 * What a diagram shows of the selected customers, worked out in the background once others are selected and it is looked at, for
 * as long as it is there. On the JavaFX thread.
 */
final class OfSelection<T> {
  private final Showing showing;
  private final String diagram;
  private final Work<T> work;
  private final Consumer<@Nullable T> show;
  /** Those whom the diagram shows, or will in a moment. */
  private long[] followed = Picked.NONE;
  /** Held weakly by what is picked and looked at, which live longer than the diagram. */
  private final InvalidationListener change = _ -> follow();

  /** Works out what is shown of some customers. */
  interface Work<T> {
    /** @param selected one bit a point of the clusters, at least one of them set */
    T of(long[] selected, JobContext job);
  }

  /**
   * @param chart that is followed for
   * @param diagram the id of the diagram that it is in
   * @param show takes what is to be shown of those selected; null when none is
   */
  static <T> void follow(Node chart, Showing showing, String diagram, Work<T> work,
      Consumer<@Nullable T> show) {
    chart.getProperties().put(OfSelection.class, new OfSelection<>(showing, diagram, work, show));
  }

  private OfSelection(Showing showing, String diagram, Work<T> work, Consumer<@Nullable T> show) {
    this.showing = showing;
    this.diagram = diagram;
    this.work = work;
    this.show = show;
    picked().rowsProperty().addListener(new WeakInvalidationListener(change));
    showing.model().diagram().addListener(new WeakInvalidationListener(change));
    follow();
  }

  /** How many customers are selected, in words. */
  static String words(Showing showing) {
    return showing.words()
        .text("clusters.selection.count", Bits.count(showing.model().picked().rowsProperty().get()));
  }

  private Picked picked() {
    return showing.model().picked();
  }

  private void follow() {
    long[] selected = picked().rowsProperty().get();
    if (selected == followed || !diagram.equals(showing.model().diagram().get())) {
      return;
    }
    followed = selected;
    String key = diagram + ".selection";
    if (selected.length == 0) {
      showing.model().jobs().cancel(key);
      show.accept(null);
    } else {
      showing.model()
          .jobs()
          .run(key, Message.of("clusters.job.draw"), job -> work.of(selected, job),
              shown -> show.accept(shown),
              showing.model().after().complain());
    }
  }
}
