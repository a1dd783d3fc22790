package app.parcelle.ui.shell;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;

/** What a field is called on the screens: its own name, or that of its trait in the person's language. */
public final class FieldNames {
  private FieldNames() {}

  public static String of(Field field, Texts texts) {
    return field instanceof Field.OfTrait trait
        ? texts.text("shell.trait." + trait.trait().id()) // keys: shell.trait.*
        : field.name();
  }
}
