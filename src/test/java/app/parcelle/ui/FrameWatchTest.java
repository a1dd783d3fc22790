package app.parcelle.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrameWatchTest {
  @RegisterExtension
  final FrameWatch watch = new FrameWatch();

  @Test
  void computingTooLongIsSeenWithItsPlace() throws Exception {
    OnScreen.run(FrameWatchTest::compute);
    List<String> seen = watch.seen();
    watch.forget();
    assertTrue(seen.stream().anyMatch(hold -> hold.contains("FrameWatchTest.compute")), seen::toString);
  }

  @Test
  void waitingInOurCodeIsSeen() throws Exception {
    OnScreen.run(() -> {
      try {
        assertTrue(!new CountDownLatch(1).await(3 * FrameWatch.LONGEST_MILLIS, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    List<String> seen = watch.seen();
    watch.forget();
    assertEquals(1, seen.size());
  }

  @Test
  void shortWorkAndWarmUpAreNot() throws Exception {
    OnScreen.run(() -> {});
    watch.warmUp(() -> OnScreen.call(() -> {
      compute();
      return true;
    }));
    OnScreen.run(() -> {});
    assertEquals(List.of(), watch.seen());
  }

  /** Keeps the thread busy for three times what is allowed, by its own processor time. */
  private static void compute() {
    long id = Thread.currentThread().threadId();
    long until = ManagementFactory.getThreadMXBean().getThreadCpuTime(id)
        + TimeUnit.MILLISECONDS.toNanos(3 * FrameWatch.LONGEST_MILLIS);
    while (ManagementFactory.getThreadMXBean().getThreadCpuTime(id) < until) {
      Thread.onSpinWait();
    }
  }
}
