package app.parcelle.engine.segment;

import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/** What a ledger of consents says beside yes and no, found by the names of its columns. */
public final class ConsentColumns {
  private static final Set<String> PURPOSES = Set.of("purpose", "finalite");
  private static final Set<String> CHANNELS = Set.of("channel", "canal");

  private ConsentColumns() {}

  /** For what. */
  public static Optional<Column> purpose(TableVersion ledger) {
    return named(ledger, PURPOSES);
  }

  /** Through what. */
  public static Optional<Column> channel(TableVersion ledger) {
    return named(ledger, CHANNELS);
  }

  private static Optional<Column> named(TableVersion ledger, Set<String> names) {
    return ledger.columns().stream().filter(c -> names.contains(Folding.fold(c.name()))).findFirst();
  }
}
