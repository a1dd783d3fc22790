package app.parcelle.engine.cluster.points;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Numbered tasks shared between threads. What a task is never depends on how many threads there are, and its result is kept
 * under its number, so that the number of threads never changes what comes out.
 */
public final class Workers implements AutoCloseable {
  /** Rows of a task that goes over rows. */
  public static final int BLOCK = 8_192;

  private final int threads;
  private final @Nullable ExecutorService pool;

  /** @param threads how many work, the caller's among them */
  public Workers(int threads) {
    this.threads = threads;
    this.pool = threads > 1 ? Executors.newFixedThreadPool(threads - 1) : null;
  }

  /** Runs all on the caller's thread. */
  public static Workers inline() {
    return new Workers(1);
  }

  public static int blocks(int rows) {
    return Math.ceilDiv(rows, BLOCK);
  }

  public static int blockEnd(int block, int rows) {
    return (int) Math.min(rows, (block + 1L) * BLOCK);
  }

  /** Runs tasks 0 to {@code tasks - 1}; returns when all are done, or throws what one of them threw. */
  public void run(int tasks, IntConsumer task) {
    if (pool == null || tasks <= 1) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable turn = () -> {
      try {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
          task.accept(i);
        }
      } catch (RuntimeException | Error failure) {
        next.set(tasks);
        throw failure;
      }
    };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, tasks); i++) {
      others.add(pool.submit(turn));
    }
    try {
      turn.run();
    } finally {
      others.forEach(other -> await(other, next, tasks));
    }
  }

  /** Some rows beside each other. */
  public interface Stretch {
    /** @param to the row behind the last */
    void work(int from, int to);
  }

  /**
   * Goes over rows, so many a task, and tells how far that is.
   *
   * @param size rows of a task
   */
  public void stretches(int rows, int size, JobContext job, Message what, Stretch stretch) {
    int tasks = Math.ceilDiv(rows, size);
    AtomicInteger done = new AtomicInteger();
    run(tasks, task -> {
      stretch.work(task * size, Math.min(rows, (task + 1) * size));
      job.progress(done.incrementAndGet(), tasks, what);
    });
  }

  private static void await(Future<?> other, AtomicInteger next, int tasks) {
    try {
      other.get();
    } catch (InterruptedException interrupted) {
      next.set(tasks);
      Thread.currentThread().interrupt();
      throw new JobContext.Cancelled();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case RuntimeException runtime -> throw runtime;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failure);
      }
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
