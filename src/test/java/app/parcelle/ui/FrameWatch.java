package app.parcelle.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which the JavaFX thread was held for more than 100 ms. A heartbeat asks the thread to answer every 5 ms.
 * Where the answer is late, the thread itself must have computed for those 100 ms, or waited inside our own code: a
 * machine that gave it no processor is no fault of the program. Where nothing of ours was running, the toolkit was laying
 * out or drawing, with code not compiled yet and a processor shared with other tests: there three times as long passes. The first drawing of a window loads fonts, sheets and
 * classes; a test says so with {@link #warmUp}, and what happens in there is not counted.
 */
public final class FrameWatch implements BeforeEachCallback, AfterEachCallback {
  static final long LONGEST_MILLIS = 100;
  private static final long LONGEST_TOOLKIT_MILLIS = 3 * LONGEST_MILLIS;

  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String OURS = "app.parcelle.";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> holds = new ArrayList<>();
  private volatile boolean watching;
  // odd while a warm-up lasts: a beat counts when it began and ended at the same even number
  private final AtomicInteger warmUps = new AtomicInteger();
  private @Nullable Thread heart;
  private @Nullable Thread screen;

  /** One beat on its way through the thread's queue. */
  private static final class Beat {
    private volatile boolean answered;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    screen = OnScreen.call(Thread::currentThread);
    holds.clear();
    watching = true;
    heart = Thread.ofPlatform().daemon().name("frame-watch").start(this::beat);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    stop();
    if (!holds.isEmpty()) {
      throw new AssertionError("the JavaFX thread was held\n" + String.join("\n", holds));
    }
  }

  private void stop() throws InterruptedException {
    watching = false;
    Thread running = heart;
    if (running != null) {
      running.join();
    }
  }

  /** Work during which the thread may be held: the first drawing of a window or of a screen. */
  public <T> T warmUp(Callable<T> work) throws Exception {
    warmUps.incrementAndGet();
    try {
      T result = work.call();
      OnScreen.run(() -> {});
      return result;
    } finally {
      warmUps.incrementAndGet();
    }
  }

  private void beat() {
    Thread watched = screen;
    while (watching && watched != null) {
      Beat beat = new Beat();
      int before = warmUps.get();
      long started = System.nanoTime();
      long busyBefore = threads.getThreadCpuTime(watched.threadId());
      Platform.runLater(() -> beat.answered = true);
      StackTraceElement[] stack = {};
      while (!beat.answered && watching) {
        LockSupport.parkNanos(BEAT_NANOS);
        if (stack.length == 0 && millisSince(started) > LONGEST_MILLIS) {
          stack = watched.getStackTrace();
        }
      }
      long busy = TimeUnit.NANOSECONDS.toMillis(threads.getThreadCpuTime(watched.threadId()) - busyBefore);
      boolean counts = before == warmUps.get() && before % 2 == 0;
      long longest = isOurs(stack) ? LONGEST_MILLIS : LONGEST_TOOLKIT_MILLIS;
      if (stack.length > 0 && counts && (busy >= longest || waitsInOurs(stack))) {
        holds.add(millisSince(started) + " ms, of which computing " + busy + " ms, at\n    "
            + String.join("\n    ",
                Arrays.stream(stack).limit(40).map(StackTraceElement::toString).toList()));
      }
      LockSupport.parkNanos(BEAT_NANOS);
    }
  }

  /** Whether our code waits, by itself or by what it calls; the toolkit waits for its own drawing as it must. */
  private static boolean waitsInOurs(StackTraceElement[] stack) {
    // not merely somewhere in the name: to unpark another thread is not to wait
    String doing = stack[0].getMethodName();
    boolean waits = Stream.of("park", "wait", "sleep", "read").anyMatch(doing::startsWith);
    boolean toolkit = Arrays.stream(stack)
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
        .findFirst()
        .filter(name -> name.startsWith("com.sun."))
        .isPresent();
    return waits && !toolkit && isOurs(stack);
  }

  private static boolean isOurs(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(OURS));
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /** What was seen so far, for the test of this watch. */
  List<String> seen() throws InterruptedException {
    stop();
    return List.copyOf(holds);
  }

  void forget() {
    holds.clear();
  }
}
