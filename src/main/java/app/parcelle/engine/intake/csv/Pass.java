package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.intake.csv.BlockReader.ReadBlock;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.TableDraft.Reject;

/**
 * One reading of a file from its first byte to its last. Threads take blocks of records in turn, read them beside each other,
 * and merge and hand over their columns in the order of the file, so that the number of threads changes nothing.
 */
final class Pass {
  private final Layout layout;
  private final ZoneId zone;
  private final int records;
  private final RecordSplitter splitter;
  private final DraftAssembler assembler;
  private final JobContext job;
  private final Feed feed;
  private final long fileBytes;
  private final String name;
  private final boolean stopsAtOnce;

  private final ReentrantLock taking = new ReentrantLock();
  private int taken;

  private final ReentrantLock ordering = new ReentrantLock();
  private final Condition turned = ordering.newCondition();
  private int merged;
  private int appended;
  private boolean stopped;
  private @Nullable Throwable failure;

  /**
   * @param stopsAtOnce whether a cell that a column's plan cannot hold ends the pass; otherwise it goes on to the end to
   *     learn about all columns
   * @param limit how many records may be no rows; null for any number
   */
  Pass(Layout layout, Feed feed, long fileBytes, String name, ZoneId zone, Tuning tuning,
      boolean stopsAtOnce, @Nullable RejectLimit limit,
      long budgetBytes, DraftSink sink, JobContext job) throws IOException {
    this.layout = layout;
    this.zone = zone;
    this.feed = feed;
    this.fileBytes = fileBytes;
    this.name = name;
    this.job = job;
    this.stopsAtOnce = stopsAtOnce;
    this.records = tuning.records(layout.columns().size());
    this.splitter = new RecordSplitter(feed.text(), layout.dialect(), tuning.step());
    this.assembler = new DraftAssembler(layout, new RejectWatch(name, limit), budgetBytes, sink);
    if (layout.dialect().header()) {
      splitter.next(new RecordBlock(tuning.step(), 1), 1);
    }
  }

  /** Reads the file with so many threads, the caller's among them. Returns the plans of columns that have to be revised. */
  List<ColumnPlan> run(int threads) throws IOException {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      others.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::work));
    }
    work();
    for (Thread other : others) {
      await(other);
    }
    if (failure != null) {
      throwFailure(failure);
    }
    List<ColumnPlan> plans = new ArrayList<>();
    boolean revised = false;
    for (int c = 0; c < layout.columns().size(); c++) {
      ColumnPlan revision = assembler.columns().get(c).revision();
      revised |= revision != null;
      plans.add(revision == null ? layout.columns().get(c) : revision);
    }
    return revised ? plans : List.of();
  }

  /** Hands over what no draft holds yet. */
  IntakeResult finish() {
    assembler.finish();
    return assembler.result();
  }

  /**
   * The layout with the encoding that the whole file asks for. Bytes that are no UTF-8 and stand behind a beginning in plain
   * ASCII are windows-1252, unless a person has said otherwise; where most of the rest is UTF-8, only they are.
   */
  Layout otherEncoding(Layout tried) {
    Dialect dialect = tried.dialect();
    long wrong = assembler.undecodable();
    boolean open = !tried.encodingStated() && !dialect.mixed()
        && dialect.encoding().equals(StandardCharsets.UTF_8);
    if (open && wrong > assembler.beyondAscii()) {
      return tried.with(dialect.withEncoding(EncodingFinder.WINDOWS_1252, false));
    }
    boolean mixed = open && wrong * EncodingFinder.DAMAGE > assembler.beyondAscii();
    return mixed ? tried.with(dialect.withEncoding(StandardCharsets.UTF_8, true)) : tried;
  }

  long undecodable() {
    return assembler.undecodable();
  }

  private void work() {
    try {
      BlockReader reader = new BlockReader(layout, zone, records);
      int turn;
      while ((turn = take(reader)) >= 0) {
        job.throwIfCancelled();
        prepare(reader);
        reader.read();
        if (!merge(reader, turn)) {
          return;
        }
        append(reader.pack(), turn);
      }
    } catch (IOException | RuntimeException | Error e) {
      stop(e);
    }
  }

  /** Takes the next block; returns its number, or -1 at the end. */
  private int take(BlockReader reader) throws IOException {
    taking.lock();
    try {
      return isStopped() || !fill(reader) ? -1 : taken++;
    } finally {
      taking.unlock();
    }
  }

  private boolean fill(BlockReader reader) throws IOException {
    boolean filled = reader.fill(splitter, records);
    List<Reject> rejects = feed.takeRejects();
    reader.block.rejects.addAll(rejects);
    return filled || !rejects.isEmpty();
  }

  private void prepare(BlockReader reader) {
    ordering.lock();
    try {
      for (int c = 0; c < assembler.columns().size(); c++) {
        assembler.columns().get(c).prepare(reader.columns().get(c));
      }
    } finally {
      ordering.unlock();
    }
  }

  /** Merges a block when all before it have been; false when the pass has been stopped. */
  private boolean merge(BlockReader reader, int turn) {
    ordering.lock();
    try {
      while (merged != turn && !stopped) {
        turned.awaitUninterruptibly();
      }
      if (stopped) {
        return false;
      }
      boolean urgent = false;
      for (int c = 0; c < assembler.columns().size(); c++) {
        ColumnAssembler column = assembler.columns().get(c);
        column.merge(reader.columns().get(c));
        urgent |= column.urgent();
      }
      merged++;
      stopped = urgent && stopsAtOnce;
      turned.signalAll();
      return !stopped;
    } finally {
      ordering.unlock();
    }
  }

  private void append(ReadBlock block, int turn) {
    ordering.lock();
    try {
      while (appended != turn && !stopped) {
        turned.awaitUninterruptibly();
      }
      if (!stopped) {
        assembler.append(block);
        appended++;
        job.progress(feed.taken(), fileBytes > 0 ? fileBytes : -1,
            Message.of("intake.reading", name, assembler.stored()));
        turned.signalAll();
      }
    } finally {
      ordering.unlock();
    }
  }

  private boolean isStopped() {
    ordering.lock();
    try {
      return stopped;
    } finally {
      ordering.unlock();
    }
  }

  private void stop(Throwable cause) {
    ordering.lock();
    try {
      stopped = true;
      failure = failure == null ? cause : failure;
      turned.signalAll();
    } finally {
      ordering.unlock();
    }
  }

  private static void await(Thread other) {
    boolean interrupted = false;
    while (true) {
      try {
        other.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void throwFailure(Throwable failure) throws IOException {
    switch (failure) {
      case IOException e -> throw e;
      case UncheckedIOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
