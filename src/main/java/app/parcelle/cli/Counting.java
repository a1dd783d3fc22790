package app.parcelle.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.export.CsvText;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/**
 * One segment counted in one project.
 *
 * @param explain the key of a customer to explain; null for none
 * @param since the day to compare with; null for none
 * @param describe whether to say who the members are
 * @param members where to write the keys of the members; null for nowhere
 * @param save the name to save it under; null not to
 */
record Counting(Project project, Segment segment, @Nullable String explain, @Nullable LocalDate since,
    boolean describe, @Nullable Output members, @Nullable String save) {

  /** @throws app.parcelle.engine.message.Problem when no segment of that name is saved */
  static Segment saved(Project project, String name) {
    String wanted = Folding.fold(name);
    List<Segment> all = project.view().segments().stream().map(SavedSegment::segment).toList();
    return all.stream()
        .filter(one -> Folding.fold(one.name()).equals(wanted))
        .findFirst()
        .orElseThrow(() -> Session.problem("cli.problem.no-segment", name,
            String.join(", ", all.stream().map(Segment::name).toList())));
  }

  Answer run(Session session) {
    requireSound();
    Evaluation evaluation = project.evaluate(segment, session.job());
    long[] bits = members(evaluation);
    Answer answer = answer(evaluation, session);
    ObjectNode json = answer.json();
    List<String> lines = new ArrayList<>(answer.lines());
    if (explain != null) {
      Explaining.add(project.explain(segment, explain, session.job()), json, lines, session);
    }
    if (since != null) {
      compare(since, json, lines, session);
    }
    if (describe) {
      new Describing(project, segment, session).describe(evaluation, json, lines);
    }
    if (members != null) {
      long written = write(bits, members.file(), session);
      json.putObject("members").put("path", members.place().toString()).put("rows", written);
      lines.add(session.text("cli.written", members.place().toString(), written));
    }
    if (save != null) {
      String id = project.save(segment.named(save));
      json.putObject("saved").put("id", id).put("name", save);
      lines.add(session.text("cli.saved", save));
    }
    return new Answer(json, lines);
  }

  private void compare(LocalDate day, ObjectNode json, List<String> lines, Session session) {
    Describing.add(project.audience().movement(segment, day, session.job()), json, lines, session);
    if (explain != null) {
      Explaining.add(project.audience().since(segment, explain, day, session.job()), json, lines, session);
    }
  }

  private void requireSound() {
    List<Fault> faults = save == null
        ? SegmentCheck.check(segment, project.fields())
        : SegmentCheck.checkForSaving(segment, project.fields());
    if (!faults.isEmpty()) {
      throw Session.problem("cli.problem.segment", faults.getFirst().path(), faults.getFirst().message());
    }
  }

  private static long[] members(Evaluation evaluation) {
    if (evaluation.members() == null) {
      Evaluation.Row row = evaluation.rows()
          .stream()
          .filter(r -> r.error() != null)
          .findFirst()
          .orElseThrow();
      Message error = row.error() == null ? Message.of("cli.problem.segment-unknown") : row.error();
      throw Session.problem("cli.problem.segment", row.path(), error);
    }
    return evaluation.members();
  }

  private Answer answer(Evaluation evaluation, Session session) {
    OptionalInt reachable = evaluation.reachable();
    ObjectNode json = Json.object();
    json.put("name", segment.name()).put("count", evaluation.count()).put("base", evaluation.base());
    if (reachable.isPresent()) {
      json.put("reachable", reachable.getAsInt());
    } else {
      json.putNull("reachable");
    }
    if (segment.limit() != null) {
      json.put("beyondLimit", evaluation.beyondLimit());
    }
    json.put("asOf", evaluation.asOf().toString());
    json.putObject("sentence").put("fr", sentence(Locale.FRANCE)).put("en", sentence(Locale.UK));
    ArrayNode rows = json.putArray("rows");
    for (Evaluation.Row row : evaluation.rows()) {
      rows.addObject()
          .put("path", row.path())
          .put("alone", row.alone())
          .put("cumulative", row.cumulative())
          .put("missing", row.missing())
          .put("invalid", row.invalid());
    }
    List<String> lines = new ArrayList<>();
    lines.add(session.text("cli.segment.count", segment.name(), evaluation.count(), evaluation.base(),
        evaluation.base() == 0 ? 0.0 : (double) evaluation.count() / evaluation.base()));
    reachable.ifPresent(n -> lines.add(session.text("cli.segment.reachable", n)));
    lines.add(Sentence.of(segment, project.fields(), session.texts()));
    return new Answer(json, lines);
  }

  private String sentence(Locale locale) {
    return Sentence.of(segment, project.fields(), new Texts(locale));
  }

  private long write(long[] bits, Path to, Session session) {
    Dictionary keys = project.data().customers();
    AtomicFile.write(to, stream -> {
      Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      CsvText.line(out, List.of(keyName(project.fields())));
      write(BitSet.valueOf(bits), keys, out, session);
      out.flush();
    });
    return BitSet.valueOf(bits).cardinality();
  }

  private static void write(BitSet members, Dictionary keys, Writer out, Session session) throws IOException {
    for (int customer = members.nextSetBit(0); customer >= 0; customer = members.nextSetBit(customer + 1)) {
      if (customer % 4_096 == 0) {
        session.job().throwIfCancelled();
      }
      CsvText.line(out, List.of(keys.text(customer)));
    }
  }

  /** The name of the customers' key. */
  static String keyName(FieldCatalog fields) {
    return fields.fields()
        .stream()
        .filter(Field.Key.class::isInstance)
        .map(Field::name)
        .findFirst()
        .orElseThrow(() -> Session.problem("cli.problem.no-customers"));
  }
}
