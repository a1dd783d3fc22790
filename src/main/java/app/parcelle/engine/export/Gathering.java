package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.export.WorkbookContent.Group;
import app.parcelle.engine.export.WorkbookContent.ListColumn;
import app.parcelle.engine.export.WorkbookContent.Part;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Segment.Reference;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Role;

/** Takes out of a project what a workbook says. */
public final class Gathering {
  private static final int NAMES_IN_TITLE = 3;
  /** What a sheet holds, but one for the names of the segments. */
  private static final int COLUMNS = 16_383;

  private final Project project;
  private final FieldCatalog catalog;
  private final ExportOptions options;
  private final Texts texts;
  private final JobContext job;
  private final Purchases purchases;

  public Gathering(Project project, ExportOptions options, JobContext job) {
    this.project = project;
    this.catalog = project.fields();
    this.options = options;
    this.texts = new Texts(options.locale());
    this.job = job;
    this.purchases = new Purchases(project, job);
  }

  /** The content without the fingerprint of the data, which takes a pass over all of it: for a preview. */
  public WorkbookContent preview(List<Segment> segments) {
    return gather(segments, null);
  }

  public WorkbookContent whole(List<Segment> segments) {
    return gather(segments, project.fingerprint(job));
  }

  private WorkbookContent gather(List<Segment> segments, @Nullable String fingerprint) {
    if (segments.isEmpty()) {
      throw new Problem(Message.of("export.problem.noSegment"));
    }
    List<Part> parts = new ArrayList<>();
    for (Segment segment : segments) {
      job.progress(parts.size(), segments.size(), Message.of("export.job.segments"));
      parts.add(part(segment));
    }
    boolean sameDay = parts.stream().map(Part::asOf).distinct().count() == 1;
    Reference reference = sameDay ? segments.getFirst().reference() : new Reference.Project();
    Seen everyone = see(new Segment("", new Condition.Everyone(), reference, null));
    long[] together = Bits.of(64 * everyone.members().length);
    parts.forEach(part -> Bits.or(together, part.group().members()));
    Group list = new Group(together, Bits.count(together), reachable(together, reference),
        sameDay ? purchases.of(together, reference) : null);
    return new WorkbookContent(title(segments), project.view().name(), options.at(), project.view().zone(),
        fingerprint, version(), parts, everyone.group(), list, columns(reference),
        everyone.evaluation().asOf());
  }

  private Part part(Segment segment) {
    Seen seen = see(segment);
    return new Part(segment.name(), Sentence.of(segment, catalog, texts), SegmentJson.write(segment),
        seen.evaluation().asOf(),
        seen.evaluation().base(), seen.group());
  }

  private Seen see(Segment segment) {
    job.throwIfCancelled();
    Evaluation evaluation = project.evaluate(segment, job);
    long[] members = evaluation.members();
    if (members == null) {
      throw new Problem(Message.of("export.problem.segment", segment.name(), errorIn(evaluation)));
    }
    return new Seen(evaluation, members,
        new Group(members, evaluation.count(), evaluation.reachable(),
            purchases.of(members, segment.reference())));
  }

  private OptionalInt reachable(long[] members, Reference reference) {
    Optional<Field> consent = catalog.fields()
        .stream()
        .filter(field -> field instanceof Field.OfCustomer column && column.role() == Role.CONSENT)
        .findFirst();
    if (consent.isEmpty()) {
      return OptionalInt.empty();
    }
    FieldColumn granted = project.column(consent.get(), reference, job);
    long[] known = members.clone();
    Bits.andNot(known, granted.missing());
    return OptionalInt
        .of((int) BitSet.valueOf(known).stream().filter(customer -> granted.values()[customer] == 1).count());
  }

  private static Message errorIn(Evaluation evaluation) {
    return evaluation.rows()
        .stream()
        .map(Evaluation.Row::error)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private List<ListColumn> columns(Reference reference) {
    List<Field> fields = Columns.chosen(catalog, options.columns());
    if (fields.size() > COLUMNS) {
      throw new Problem(Message.of("export.problem.columns", fields.size()));
    }
    FieldNames names = new FieldNames(catalog, texts);
    List<ListColumn> columns = new ArrayList<>();
    for (Field field : fields) {
      job.progress(columns.size(), fields.size(), Message.of("export.job.columns"));
      columns.add(new ListColumn(Columns.heading(field, names), project.column(field, reference, job)));
    }
    return columns;
  }

  private String title(List<Segment> segments) {
    return segments.size() > NAMES_IN_TITLE
        ? texts.text("export.title.many", segments.size())
        : segments.stream().map(Segment::name).collect(Collectors.joining(", "));
  }

  private String version() {
    String version = Gathering.class.getPackage().getImplementationVersion();
    return version == null ? texts.text("export.version.none") : version;
  }

  private record Seen(Evaluation evaluation, long[] members, Group group) {}
}
