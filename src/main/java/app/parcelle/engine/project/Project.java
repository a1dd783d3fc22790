package app.parcelle.engine.project;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Dataset;

/**
 * An open project file: everything the window and the command line do goes through here. Methods may be called from any
 * thread; those that change the project run one after the other.
 */
public final class Project implements AutoCloseable {
  private Project() {}

  /**
   * Makes a new, empty project file.
   *
   * @param file such as {@code shop.parcelle}, with or without {@code .mv.db}
   * @throws app.parcelle.engine.message.Problem when it exists or the folder cannot be written
   */
  public static Project create(Path file, ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens a project file.
   *
   * @throws app.parcelle.engine.message.Problem when there is none, it is damaged, newer than this program or already open
   */
  public static Project open(Path file) {
    throw new UnsupportedOperationException();
  }

  public static boolean exists(Path file) {
    throw new UnsupportedOperationException();
  }

  /** Removes the file of a project that nobody has open; does nothing where there is none. */
  public static void delete(Path file) {
    throw new UnsupportedOperationException();
  }

  public Path file() {
    throw new UnsupportedOperationException();
  }

  public ProjectView view() {
    throw new UnsupportedOperationException();
  }

  /** The tables with their values, as they are now. */
  public Dataset data() {
    throw new UnsupportedOperationException();
  }

  public FieldCatalog fields() {
    throw new UnsupportedOperationException();
  }

  /** Looks at the beginning of a file; reads no more than a few megabytes. */
  public ImportPreview preview(Path file, ImportOptions options, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /** Imports a file as a new table, as one step of the journal; nothing is kept when it fails or is cancelled. */
  public ImportReport importFile(Path file, ImportOptions options, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /** Decides which rows of a table count; null for all. */
  public void countWhen(String tableId, @org.jspecify.annotations.Nullable String rule) {
    throw new UnsupportedOperationException();
  }

  public void removeTable(String tableId) {
    throw new UnsupportedOperationException();
  }

  /** Who is in the segment now, with the counts of every condition. */
  public Evaluation evaluate(Segment segment, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /**
   * Why a customer is in the segment or out of it.
   *
   * @throws app.parcelle.engine.message.Problem when the directory has no such key
   */
  public Explanation explain(Segment segment, String customerKey, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /** A field's values for all customers, seen as the segment's reference sees them. */
  public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /** Saves a segment under its name, replacing one of the same name. Returns its stable id. */
  public String save(Segment segment) {
    throw new UnsupportedOperationException();
  }

  public void removeSegment(String id) {
    throw new UnsupportedOperationException();
  }

  /** Looks for clusters among the customers of the base; changes nothing. */
  public ClusterResult cluster(ClusterRequest request, JobContext job) {
    throw new UnsupportedOperationException();
  }

  /** Keeps a clustering as a field that segments can test. Returns its stable id. */
  public String saveClustering(String name, ClusterRequest request, ClusterResult result) {
    throw new UnsupportedOperationException();
  }

  public List<JournalEntry> journal() {
    throw new UnsupportedOperationException();
  }

  /** Goes back one step of the journal. Returns what was undone. */
  public Message undo() {
    throw new UnsupportedOperationException();
  }

  public Message redo() {
    throw new UnsupportedOperationException();
  }

  /** A hash of all logical values, independent of chunks, runs and threads; 64 hexadecimal digits. */
  public String fingerprint(JobContext job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  /**
   * One step of the project's history.
   *
   * @param what in words, such as "Imported orders.csv"
   * @param undone whether it stands after the present point
   */
  public record JournalEntry(long number, Instant at, Message what, boolean undone) {}
}
