package app.parcelle.engine.segment;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Gap.Elapsed;

/** Events one after the other: "who placed an order, then made a visit within 7 days". */
record SequenceWords(FieldCatalog catalog, Texts texts) {
  String sequence(Sequence sequence) {
    if (sequence.steps().isEmpty()) {
      return "(" + texts.text("sentence.empty") + ")";
    }
    List<Step> steps = sequence.steps();
    WindowWords windows = new WindowWords(catalog, texts);
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String window = i == 0 ? windows.window(step.table(), sequence.window()) : "";
      String done = numbered(sequence, i, Marks.strong(done(step))) + gap(step.gap()) + window
          + windows.where(step.where());
      said.append(i == 0
          ? texts.text(step.not() ? "sentence.who" : "sentence.whoDid", done)
          : texts.text(step.not() ? "sentence.thenNot" : "sentence.then", done));
    }
    return said.toString();
  }

  /** With its number where a later step speaks of it. */
  private String numbered(Sequence sequence, int step, String done) {
    return sequence.steps().stream().map(Step::where).anyMatch(SequenceWords::comparesSteps)
        ? texts.text("sentence.numbered", step + 1, done)
        : done;
  }

  private static boolean comparesSteps(@Nullable Condition where) {
    return where != null
        && SegmentPaths.rows(where).stream().anyMatch(r -> r.condition() instanceof StepTest);
  }

  private String done(Step step) {
    // keys: sentence.done.*, sentence.lacked.*
    return new EventNouns(catalog, texts).word(step.not() ? "sentence.lacked." : "sentence.done.",
        step.table());
  }

  private String gap(@Nullable Gap gap) {
    if (gap == null) {
      return "";
    }
    Elapsed least = gap.atLeast();
    Elapsed most = gap.atMost();
    if (least == null) {
      return most == null ? "" : " " + elapsed("sentence.within.", most);
    }
    return " " + (most == null
        ? texts.text("sentence.gap.least", elapsed("sentence.elapsed.", least))
        : texts.text("sentence.gap.both", elapsed("sentence.elapsed.", least),
            elapsed("sentence.elapsed.", most)));
  }

  private String elapsed(String prefix, Elapsed elapsed) {
    // keys: sentence.within.*, sentence.elapsed.*
    return texts.text(prefix + elapsed.unit().name().toLowerCase(Locale.ROOT), elapsed.n(),
        new Words(texts).number(java.math.BigDecimal.valueOf(elapsed.n())));
  }

  /** A column of a step compared with one of an earlier step. */
  String stepTest(StepTest test) {
    FieldNames names = new FieldNames(catalog, texts);
    // keys: sentence.step.*
    return texts.text("sentence.step." + test.operator().name().toLowerCase(Locale.ROOT),
        names.column(test.column().name()), names.column(test.other().name()), test.step());
  }
}
