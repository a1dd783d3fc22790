package app.parcelle.ui.cluster;

import java.util.function.Function;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** How the choices of a box are shown; nothing can be typed there. */
final class Shown<T> extends StringConverter<T> {
  private final Function<T, String> text;

  private Shown(Function<T, String> text) {
    this.text = text;
  }

  static <T> StringConverter<T> as(Function<T, String> text) {
    return new Shown<>(text);
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : text.apply(choice);
  }

  @Override
  public T fromString(String shown) {
    throw new UnsupportedOperationException(shown);
  }
}
