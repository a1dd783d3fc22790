package app.parcelle.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.project.SavedImport.Mode;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Sale;

/**
 * Steps to be done again on new data.
 *
 * @param project the name of the project file to make
 * @param zone where its days begin; null for that of the machine
 */
record Scenario(String project, @Nullable ZoneId zone, List<Step> steps) {
  Scenario {
    steps = List.copyOf(steps);
  }

  /** One step; {@code pointer} is its place in the document. */
  sealed interface Step {
    String pointer();

    /** The name of the step in the document and the answer. */
    String name();

    /** How many files it reads, in whose place others may be given. */
    default int filesRead() {
      return 0;
    }
  }

  /** Files to import, each as a table. */
  record Import(String pointer, List<Path> files, ImportOptions options) implements Step {
    Import {
      files = List.copyOf(files);
    }

    @Override
    public String name() {
      return "import";
    }

    @Override
    public int filesRead() {
      return files.size();
    }
  }

  /** A link to make or take away, or a table to make one of lookup. */
  record Connect(String pointer, String name, Linking linking) implements Step {}

  /** @param sale what counts as a sale in the table; null to take back what was said */
  record Sell(String pointer, String table, @Nullable Sale sale) implements Step {
    @Override
    public String name() {
      return "sale";
    }
  }

  /**
   * A file whose rows go into a table.
   *
   * @param mode what they do to the rows that are there; null for what they did the last time
   * @param key the name of the column by which rows are the same; null for the usual one
   */
  record Refresh(String pointer, String table, Path file, @Nullable Mode mode, @Nullable String key,
      ImportOptions options) implements Step {
    @Override
    public String name() {
      return "refresh";
    }

    @Override
    public int filesRead() {
      return 1;
    }
  }

  /**
   * Cells to mend.
   *
   * @param raw the text of those that are meant; null for all of the column
   * @param part what is replaced in their texts; null for all of it
   * @param by what stands there then; null where the cells are to be missing
   */
  record Mend(String pointer, String table, String column, @Nullable String raw, @Nullable String part,
      @Nullable String by) implements Step {
    @Override
    public String name() {
      return "mend";
    }
  }

  /** Rejected records to read again, with a part of their text replaced. */
  record Retry(String pointer, String table, String part, String by) implements Step {
    @Override
    public String name() {
      return "retry";
    }
  }

  /**
   * A segment to count.
   *
   * @param segment the segment itself; null for the saved one of that name
   * @param named the name of a saved one; null where the segment is given
   * @param members the name of the file of the members
   */
  record Count(String pointer, @Nullable Segment segment, @Nullable String named, @Nullable LocalDate asOf,
      @Nullable String explain, @Nullable String members, @Nullable String save) implements Step {
    @Override
    public String name() {
      return "segment";
    }
  }

  /**
   * Clusters to look for.
   *
   * @param personas the name of the PDF of their personas
   */
  record Cluster(String pointer, List<String> fields, ClusterOptions options, boolean rules,
      ComparisonOptions beside,
      @Nullable String assignments, @Nullable String personas, @Nullable String save) implements Step {
    Cluster {
      fields = List.copyOf(fields);
    }

    @Override
    public String name() {
      return "cluster";
    }
  }

  /**
   * Saved segments to write as a workbook.
   *
   * @param personas the clustering whose personas have a sheet
   */
  record Export(String pointer, List<String> segments, @Nullable String personas, String to) implements Step {
    Export {
      segments = List.copyOf(segments);
    }

    @Override
    public String name() {
      return "export";
    }
  }
}
