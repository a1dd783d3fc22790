package app.parcelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.chart.map.PointCloud;
import app.parcelle.ui.chart.map.PointMap;
import app.parcelle.ui.job.BackgroundJobs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.theme.Theme;

/**
 * Frames while a map of 1,000,000 points is dragged for some seconds, 1200 x 800 pixels, as density and as points. Without a
 * monitor and with JavaFX's software pipeline ({@code -Dglass.platform=headless -Dprism.order=sw}, set here): the processor
 * draws everything, so that a machine with a graphics card does better. Rows: {@code -Drows=}.
 */
public final class MapBench {
  private static final int ROWS = Math.min(1_000_000, Integer.getInteger("rows", 1_000_000));
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;
  private static final int WARM_UP = 60;
  private static final int FRAMES = 300;
  private static final double MILLION = 1e6;

  private MapBench() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "headless");
    System.setProperty("prism.order", "sw");
    System.out.printf(Locale.ROOT, "%,d points, %.0f x %.0f pixels, software pipeline, %d processors%n", ROWS,
        WIDTH, HEIGHT, Runtime.getRuntime().availableProcessors());
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    Platform.setImplicitExit(false);
    PointCloud cloud = cloud();
    pan(cloud, true);
    pan(cloud, false);
    Platform.exit();
  }

  private static void pan(PointCloud cloud, boolean density) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      BackgroundJobs jobs = BackgroundJobs.start();
      List<Long> painted = new ArrayList<>();
      PointMap map = new PointMap("map", new Picked(), new Counted(jobs, painted), "map",
          new Texts(Locale.UK));
      Stage stage = new Stage();
      stage.setScene(new Scene(new StackPane(map), WIDTH, HEIGHT));
      Theme.LIGHT.apply(stage.getScene());
      stage.show();
      map.show(cloud);
      map.densityProperty().set(density);
      new Drag(map, painted, density ? "density" : "points", () -> {
        stage.hide();
        jobs.close();
        done.countDown();
      }).start();
    });
    done.await();
  }

  /** Runs work, and notes when a picture that was painted is shown. */
  private record Counted(JobRunner jobs, List<Long> painted) implements JobRunner {
    @Override
    public <T> void run(String key, Message what, Work<T> work, java.util.function.Consumer<T> then,
        java.util.function.Consumer<Throwable> failed) {
      jobs.run(key, what, work, result -> {
        if (key.equals("map")) {
          painted.add(System.nanoTime());
        }
        then.accept(result);
      }, failed);
    }

    @Override
    public void cancel(String key) {
      jobs.cancel(key);
    }
  }

  /** Drags the map around a circle, a step a frame, once it is there. */
  private static final class Drag extends AnimationTimer {
    private final PointMap map;
    private final List<Long> painted;
    private final String what;
    private final Runnable done;
    private final List<Double> intervals = new ArrayList<>();
    private final List<Double> held = new ArrayList<>();
    private int frame;
    private int paintedBefore;
    private long last;

    Drag(PointMap map, List<Long> painted, String what, Runnable done) {
      this.map = map;
      this.painted = painted;
      this.what = what;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      if (painted.isEmpty()) {
        return;
      }
      frame++;
      if (frame == WARM_UP) {
        paintedBefore = painted.size();
      } else if (frame > WARM_UP) {
        intervals.add((now - last) / MILLION);
      }
      last = now;
      double angle = frame / 20.0;
      double x = WIDTH / 2 + 200 * Math.sin(angle);
      double y = HEIGHT / 2 + 200 * Math.cos(angle);
      long start = System.nanoTime();
      fire(frame == 1 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, x, y);
      held.add((System.nanoTime() - start) / MILLION);
      if (frame == WARM_UP + FRAMES) {
        stop();
        report();
        done.run();
      }
    }

    private void fire(EventType<MouseEvent> type, double x, double y) {
      map.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true,
          false, false, false, false, false, null));
    }

    private void report() {
      double seconds = intervals.stream().mapToDouble(Double::doubleValue).sum() / 1e3;
      System.out.printf(Locale.ROOT,
          "%-8s  frames %.1f/s; between frames: median %.1f ms, 95 %% %.1f ms, longest %.1f ms%n"
              + "          pictures of the points %.1f/s; JavaFX thread held by an event: median %.2f ms, longest %.2f ms%n",
          what, intervals.size() / seconds, quantile(intervals, 0.5), quantile(intervals, 0.95),
          quantile(intervals, 1), (painted.size() - paintedBefore) / seconds, quantile(held, 0.5),
          quantile(held.subList(WARM_UP, held.size()), 1));
    }

    private static double quantile(List<Double> values, double share) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
  }

  /** Eight heaps that overlap, and a tenth of the points around them. */
  private static PointCloud cloud() {
    SplittableRandom random = new SplittableRandom(7);
    float[] places = new float[2 * ROWS];
    int[] groups = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int group = random.nextInt(9);
      double wide = group == 0 ? 4 : 0.8;
      groups[row] = group;
      places[2 * row] = (float) (4 * Math.cos(group) + wide * random.nextGaussian());
      places[2 * row + 1] = (float) (3 * Math.sin(group) + wide * random.nextGaussian());
    }
    return new PointCloud(places, groups);
  }
}
