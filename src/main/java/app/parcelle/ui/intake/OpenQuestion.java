package app.parcelle.ui.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.ImportPreview.Question;

/**
 * A question that columns of a preview leave open.
 *
 * @param columns those that can be read in the same two ways
 * @param question of the first of them
 */
record OpenQuestion(List<String> columns, Question question) {
  OpenQuestion {
    columns = List.copyOf(columns);
  }

  /** The questions of a preview; one for all columns that are in doubt between the same readings. */
  static List<OpenQuestion> of(ImportPreview preview) {
    Map<List<String>, List<PreviewColumn>> byReadings = new LinkedHashMap<>();
    for (PreviewColumn column : preview.columns()) {
      Question question = column.question();
      if (question != null) {
        byReadings
            .computeIfAbsent(List.of(question.taken().format(), question.other().format()),
                _ -> new ArrayList<>())
            .add(column);
      }
    }
    List<OpenQuestion> questions = new ArrayList<>();
    byReadings.values().forEach(columns -> {
      Question first = columns.getFirst().question();
      if (first != null) {
        questions.add(new OpenQuestion(columns.stream().map(PreviewColumn::name).toList(), first));
      }
    });
    return questions;
  }
}
