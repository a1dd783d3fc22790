package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.export.WorkbookContent.Part;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** How the list was made, in the words of one language: enough to make it again. */
public final class DefinitionLines {
  /** What a line is. */
  public enum Kind {
    HEADING, TEXT, CODE
  }

  /** One line: a label, and what it is the label of. */
  public record Line(Kind kind, String label, String value) {}

  private final WorkbookContent content;
  private final Texts texts;
  private final List<Line> lines = new ArrayList<>();

  private DefinitionLines(WorkbookContent content, Texts texts) {
    this.content = content;
    this.texts = texts;
  }

  /** @param notes what there is to know of the values */
  public static List<Line> of(WorkbookContent content, List<Message> notes, Texts texts) {
    DefinitionLines definition = new DefinitionLines(content, texts);
    content.segments().forEach(definition::segment);
    definition.list(notes);
    definition.technical();
    definition.documents();
    return List.copyOf(definition.lines);
  }

  private void segment(Part part) {
    heading(part.name());
    text("export.definition.rule", part.sentence());
    text("export.definition.customers",
        texts.text("export.definition.customersOf", part.group().count(), part.base()));
    text("export.definition.asOf", texts.text("export.day", part.asOf()));
  }

  private void list(List<Message> notes) {
    heading(texts.text("export.definition.list"));
    text("export.definition.customers", texts.text("export.definition.customersInList",
        content.list().count(), content.duplicates()));
    text("export.definition.columnsAsOf", texts.text("export.day", content.columnsAsOf()));
    for (Message note : notes) {
      text("export.definition.note", texts.text(note));
    }
  }

  private void technical() {
    heading(texts.text("export.definition.technical"));
    text("export.definition.project", content.project());
    text("export.definition.at", texts.text("export.moment", content.at().atZone(content.zone())));
    text("export.definition.zone", content.zone().getId());
    String fingerprint = content.fingerprint();
    if (fingerprint != null) {
      text("export.definition.fingerprint", fingerprint);
    }
    text("export.definition.version", content.version());
  }

  /** The rules once more, as the program reads them; last, since few people do. */
  private void documents() {
    heading(texts.text("export.definition.documents"));
    for (Part part : content.segments()) {
      List<String> pieces = CellText.pieces(part.json());
      for (int i = 0; i < pieces.size(); i++) {
        String label = pieces.size() == 1
            ? part.name()
            : texts.text("export.definition.piece", part.name(), i + 1, pieces.size());
        lines.add(new Line(Kind.CODE, label, pieces.get(i)));
      }
    }
  }

  private void heading(String text) {
    lines.add(new Line(Kind.HEADING, text, ""));
  }

  private void text(String labelKey, String value) {
    lines.add(new Line(Kind.TEXT, texts.text(labelKey), value));
  }
}
