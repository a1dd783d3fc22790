package app.parcelle.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

class BackgroundJobsTest {
  private static final Message WHAT = Message.of("test.what");

  private final Deque<Runnable> workers = new ArrayDeque<>();
  private final Deque<Runnable> screen = new ArrayDeque<>();
  private long now;
  private final BackgroundJobs jobs = new BackgroundJobs(workers::add, screen::add, () -> now, () -> {});
  private final List<Object> answers = new ArrayList<>();

  @Test
  void resultComesBackToTheScreen() {
    run("a", 7);
    work();
    assertEquals(List.of(), answers);
    answer();
    assertEquals(List.of(7), answers);
  }

  @Test
  void newerWorkOfTheSameKeyOvertakesTheOlder() {
    run("a", 1);
    run("a", 2);
    run("b", 3);
    work();
    answer();
    assertEquals(List.of(2, 3), answers);
  }

  @Test
  void overtakenWorkIsToldToStop() {
    List<JobContext> seen = new ArrayList<>();
    jobs.run("a", WHAT, job -> seen.add(job), answers::add, answers::add);
    work();
    run("a", 2);
    assertThrows(JobContext.Cancelled.class, () -> seen.getFirst().throwIfCancelled());
  }

  @Test
  void cancelledWorkAnswersNothing() {
    run("a", 1);
    jobs.cancel("a");
    work();
    answer();
    assertEquals(List.of(), answers);
  }

  @Test
  void failureComesBackInstead() {
    jobs.run("a", WHAT, _ -> {
      throw new IllegalStateException();
    }, answers::add, answers::add);
    work();
    answer();
    assertInstanceOf(IllegalStateException.class, answers.getFirst());
  }

  @Test
  void runningIsSeenUntilTheAnswer() {
    List<Boolean> seenWhenAnswered = new ArrayList<>();
    jobs.run("a", WHAT, _ -> 1, _ -> seenWhenAnswered.add(jobs.running("a").get()), answers::add);
    assertTrue(jobs.running("a").get());
    assertFalse(jobs.running("b").get());
    work();
    answer();
    assertEquals(List.of(false), seenWhenAnswered);
  }

  @Test
  void cancelEndsRunning() {
    run("a", 1);
    jobs.cancel("a");
    assertFalse(jobs.running("a").get());
  }

  @Test
  void workIsShownAfterHalfASecond() {
    run("a", 1);
    at(499);
    assertNull(jobs.shown().get());
    at(500);
    assertEquals("a", shown().key());
    work();
    answer();
    assertNull(jobs.shown().get());
  }

  @Test
  void oldestLastingWorkIsShown() {
    run("a", 1);
    at(400);
    run("b", 2);
    at(1000);
    assertEquals("a", shown().key());
    jobs.cancel("a");
    at(1100);
    assertEquals("b", shown().key());
  }

  @Test
  void timeLeftFollowsTheShareDone() {
    jobs.run("a", WHAT, job -> {
      job.progress(25, 100, Message.of("test.reading"));
      return 1;
    }, answers::add, answers::add);
    work();
    at(2000);
    assertEquals(0.25, shown().fraction());
    assertEquals(Duration.ofSeconds(6), shown().left());
    assertEquals("test.reading", shown().what().key());
  }

  @Test
  void unknownTotalHasNoTimeLeft() {
    run("a", 1);
    at(2000);
    assertTrue(shown().fraction() < 0);
    assertNull(shown().left());
  }

  @Test
  void workThatIsWatchedTellsHowFastItIs() {
    assertNull(jobs.status("a").get());
    jobs.run("a", WHAT, job -> {
      job.progress(300, 1200, Message.of("test.reading"));
      return 1;
    }, answers::add, answers::add);
    work();
    at(500);
    assertEquals(0, Objects.requireNonNull(jobs.status("a").get()).perSecond());
    at(3000);
    assertEquals(100, Objects.requireNonNull(jobs.status("a").get()).perSecond());
    answer();
    assertNull(jobs.status("a").get());
  }

  @Test
  void closingCancelsEverything() {
    run("a", 1);
    run("b", 2);
    jobs.close();
    work();
    answer();
    assertEquals(List.of(), answers);
  }

  private void run(String key, Object result) {
    jobs.run(key, WHAT, _ -> result, answers::add, answers::add);
  }

  private JobStatus shown() {
    assertNotNull(jobs.shown().get());
    return Objects.requireNonNull(jobs.shown().get());
  }

  private void at(long millis) {
    now = millis * 1_000_000;
    jobs.tick();
  }

  private void work() {
    while (!workers.isEmpty()) {
      workers.remove().run();
    }
  }

  private void answer() {
    while (!screen.isEmpty()) {
      screen.remove().run();
    }
  }
}
