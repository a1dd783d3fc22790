package app.parcelle.engine.evaluate;

import java.util.stream.IntStream;

import app.parcelle.engine.job.JobContext;

/** Work cut into blocks that do not touch each other, done by all cores. */
final class Blocks {
  private Blocks() {}

  /** Work on one block. */
  interface Body {
    void on(int block);
  }

  static void each(int blocks, JobContext job, Body body) {
    if (blocks <= 1) {
      for (int b = 0; b < blocks; b++) {
        body.on(b);
      }
      return;
    }
    IntStream.range(0, blocks).parallel().forEach(b -> {
      job.throwIfCancelled();
      body.on(b);
    });
  }
}
