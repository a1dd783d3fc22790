package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.MenuButton;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;

/** A choice of a field, or of none. */
final class FieldMenu {
  private FieldMenu() {}

  /**
   * @param none what no field is called
   * @param some what a field is called
   */
  static MenuButton of(Desk desk, @Nullable FieldRef now, String none, Function<String, String> some,
      Predicate<Field> fits, Consumer<@Nullable FieldRef> change) {
    List<Optional<FieldRef>> all = new ArrayList<>(List.of(Optional.empty()));
    desk.fields().fields().stream().filter(fits).map(FieldMeanings::ref).map(Optional::of).forEach(all::add);
    Optional<FieldRef> chosen = now == null
        ? Optional.empty()
        : Optional.of(desk.fields().find(now).map(FieldMeanings::ref).orElse(now));
    if (!all.contains(chosen)) {
      all.add(chosen);
    }
    return Inputs.choice(all, chosen, ref -> ref.map(field -> some.apply(name(desk, field))).orElse(none),
        ref -> change.accept(ref.orElse(null)));
  }

  private static String name(Desk desk, FieldRef ref) {
    return desk.fields().find(ref).map(desk::title).orElse(ref.name());
  }
}
