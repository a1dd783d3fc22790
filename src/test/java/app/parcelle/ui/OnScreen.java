package app.parcelle.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.application.Platform;

/** Work on the JavaFX thread, waited for; the toolkit is started by the first. */
public final class OnScreen {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private OnScreen() {}

  public static void start() throws InterruptedException {
    if (STARTED.compareAndSet(false, true)) {
      CountDownLatch up = new CountDownLatch(1);
      try {
        Platform.startup(up::countDown);
        up.await();
      } catch (IllegalStateException alreadyUp) {
        up.countDown();
      }
      Platform.setImplicitExit(false);
    }
  }

  public static <T> T call(Callable<T> work) throws Exception {
    start();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(work.call());
      } catch (Throwable failure) {
        answer.completeExceptionally(failure);
      }
    });
    return answer.get();
  }

  public static void run(Runnable work) throws Exception {
    OnScreen.<Boolean>call(() -> {
      work.run();
      return true;
    });
  }
}
