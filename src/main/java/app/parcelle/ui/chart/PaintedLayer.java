package app.parcelle.ui.chart;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.ui.job.JobRunner;

/**
 * A picture that is painted away from the JavaFX thread, one at a time: while one is being painted only the newest wish is kept,
 * so that pictures keep coming however fast they are wished for. To be called on the JavaFX thread.
 */
public final class PaintedLayer {
  private final ImageView view = new ImageView();
  private final JobRunner jobs;
  private final String key;
  private int[] pixels = {};
  private boolean busy;
  private @Nullable Wish next;
  private @Nullable PixelBuffer<IntBuffer> buffer;

  /** Paints a whole picture. */
  public interface Painter {
    /** @param pixels width x height, row-major, premultiplied ARGB; with whatever was painted before */
    void paint(int[] pixels, JobContext job);
  }

  private record Wish(int width, int height, Painter painter, Runnable shown) {}

  /** @param key of the work, which no other layer on the screen has */
  public PaintedLayer(JobRunner jobs, String key) {
    this.jobs = jobs;
    this.key = key;
    view.setManaged(false);
    view.setSmooth(false);
    view.setMouseTransparent(true);
  }

  /** Where the picture is seen. */
  public ImageView view() {
    return view;
  }

  /** Moves the last picture to a place and makes it larger by a factor, until the next is there. */
  public void place(double x, double y, double larger) {
    // whole pixels and no size: a picture that only moves is copied rather than drawn anew
    boolean moves = larger == 1;
    view.setX(moves ? Math.rint(x) : x);
    view.setY(moves ? Math.rint(y) : y);
    view.setFitWidth(moves ? 0 : view.getImage().getWidth() * larger);
    view.setFitHeight(moves ? 0 : view.getImage().getHeight() * larger);
  }

  /** @param shown called once the picture is in {@link #view} */
  public void paint(int width, int height, Painter painter, Runnable shown) {
    if (width <= 0 || height <= 0) {
      return;
    }
    next = new Wish(width, height, painter, shown);
    if (!busy) {
      begin();
    }
  }

  /**
   * A colour laid over a premultiplied one.
   *
   * @param colour of which the alpha is left aside
   * @param opacity 0 to 255
   */
  public static int over(int below, int colour, int opacity) {
    int rest = 255 - opacity;
    int alpha = opacity + (below >>> 24) * rest / 255;
    int red = ((colour >> 16 & 255) * opacity + (below >> 16 & 255) * rest) / 255;
    int green = ((colour >> 8 & 255) * opacity + (below >> 8 & 255) * rest) / 255;
    int blue = ((colour & 255) * opacity + (below & 255) * rest) / 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private void begin() {
    Wish wish = next;
    if (wish == null) {
      return;
    }
    next = null;
    busy = true;
    if (pixels.length != wish.width() * wish.height()) {
      pixels = new int[wish.width() * wish.height()];
    }
    int[] painted = pixels;
    jobs.run(key, Message.of("charts.job.draw"), job -> {
      wish.painter().paint(painted, job);
      return painted;
    }, _ -> {
      show(wish, painted);
      busy = false;
      wish.shown().run();
      begin();
    }, failure -> {
      busy = false;
      throw new IllegalStateException("a picture could not be painted", failure);
    });
  }

  private void show(Wish wish, int[] painted) {
    PixelBuffer<IntBuffer> into = buffer;
    if (into == null || into.getWidth() != wish.width() || into.getHeight() != wish.height()) {
      into = new PixelBuffer<>(wish.width(), wish.height(), IntBuffer.allocate(painted.length),
          PixelFormat.getIntArgbPreInstance());
      buffer = into;
      view.setImage(new WritableImage(into));
    }
    into.updateBuffer(whole -> {
      whole.getBuffer().put(0, painted);
      return null;
    });
  }
}
