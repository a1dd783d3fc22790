package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A project that was open before.
 *
 * @param pinned whether it stays at the top, however long it is not used
 * @param opened when it was opened last; null where nobody noted it
 */
public record Recent(Path file, boolean pinned, @Nullable Instant opened) {
  Recent pinned(boolean whether) {
    return new Recent(file, whether, opened);
  }
}
