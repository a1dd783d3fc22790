package app.parcelle.ui.job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/**
 * Runs work on threads of its own and shows the oldest piece that has taken more than half a second. Threads are those of the
 * system, not virtual ones: work here computes rather than waits, and two long pieces on two virtual carriers would
 * keep a short one from starting. They are never interrupted, because an interrupt closes the project's file.
 */
public final class BackgroundJobs implements JobRunner, AutoCloseable {
  private static final long PATIENCE_NANOS = 500_000_000;

  private final Executor workers;
  private final Executor screen;
  private final LongSupplier nanos;
  private final Runnable stopClock;
  private final Map<String, Job> current = new LinkedHashMap<>();
  private final Map<String, ReadOnlyBooleanWrapper> running = new HashMap<>();
  private final Map<String, ReadOnlyObjectWrapper<@Nullable JobStatus>> statuses = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable JobStatus> shown = new ReadOnlyObjectWrapper<>();

  /** Runs on daemon threads, answers on the JavaFX thread and looks at the clock ten times a second. */
  public static BackgroundJobs start() {
    ExecutorService workers = Executors
        .newCachedThreadPool(Thread.ofPlatform().daemon().name("job-", 1).factory());
    Timeline clock = new Timeline();
    BackgroundJobs jobs = new BackgroundJobs(workers, Platform::runLater, System::nanoTime, () -> {
      clock.stop();
      workers.shutdown();
    });
    clock.getKeyFrames().add(new KeyFrame(Duration.millis(100), _ -> jobs.tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
    return jobs;
  }

  BackgroundJobs(Executor workers, Executor screen, LongSupplier nanos, Runnable stopClock) {
    this.workers = workers;
    this.screen = screen;
    this.nanos = nanos;
    this.stopClock = stopClock;
  }

  /** What the job bar shows; null when there is nothing that takes long. */
  public ReadOnlyObjectProperty<@Nullable JobStatus> shown() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    cancel(key);
    Job job = new Job(what, nanos.getAsLong());
    current.put(key, job);
    wrapper(key).set(true);
    workers.execute(() -> {
      Runnable answer = answer(job, work, done, failed);
      screen.execute(() -> finish(key, job, answer));
    });
  }

  private static <T> Runnable answer(Job job, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    try {
      T result = work.run(job);
      return () -> done.accept(result);
    } catch (Throwable failure) {
      return () -> failed.accept(failure);
    }
  }

  private void finish(String key, Job job, Runnable answer) {
    if (current.get(key) == job) {
      forget(key);
      answer.run();
    }
  }

  @Override
  public void cancel(String key) {
    Job job = current.get(key);
    if (job != null) {
      job.cancel();
      forget(key);
    }
  }

  private void forget(String key) {
    current.remove(key);
    JobStatus status = shown.get();
    if (status != null && status.key().equals(key)) {
      shown.set(null);
    }
    ReadOnlyObjectWrapper<@Nullable JobStatus> watched = statuses.get(key);
    if (watched != null) {
      watched.set(null);
    }
    wrapper(key).set(false);
  }

  @Override
  public ReadOnlyBooleanProperty running(String key) {
    return wrapper(key).getReadOnlyProperty();
  }

  private ReadOnlyBooleanWrapper wrapper(String key) {
    return running.computeIfAbsent(key, _ -> new ReadOnlyBooleanWrapper());
  }

  @Override
  public ReadOnlyObjectProperty<@Nullable JobStatus> status(String key) {
    return statuses.computeIfAbsent(key, _ -> new ReadOnlyObjectWrapper<>()).getReadOnlyProperty();
  }

  /** Looks at what is under way, and shows the oldest piece that has lasted. */
  void tick() {
    long now = nanos.getAsLong();
    statuses.forEach((key, status) -> {
      Job job = current.get(key);
      status.set(job == null ? null : job.status(key, now));
    });
    for (Map.Entry<String, Job> entry : current.entrySet()) {
      if (now - entry.getValue().started() >= PATIENCE_NANOS) {
        shown.set(entry.getValue().status(entry.getKey(), now));
        return;
      }
    }
    shown.set(null);
  }

  /** Cancels everything; to be called before the window goes. */
  @Override
  public void close() {
    Map.copyOf(current).keySet().forEach(this::cancel);
    stopClock.run();
  }
}
