package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

class StoredJsonTest {
  private static String document(Meaning meaning) {
    Column price = new Column("c1", "Price", ColumnType.DECIMAL, Role.NONE, meaning, 2, 0, 0, null,
        Column.Origin.STORED);
    TableVersion table = new TableVersion(1, "t1", "orders", TableKind.EVENTS, List.of(price), List.of(),
        null);
    return StoredJson.write(new Stored.Table(table, List.of(), List.of(), List.of(), null));
  }

  private static Meaning read(String document) {
    return StoredJson.table(document).table().columns().getFirst().meaning();
  }

  @Test
  void meaningsAreKept() {
    Meaning euros = new Meaning(Kind.MONEY, "EUR");
    assertEquals(euros, read(document(euros)));
  }

  @Test
  void columnsOfBeforeThereWereMeaningsHaveNone() {
    String document = document(Meaning.of(Kind.EMAIL));
    String before = document.replaceAll("\"meaning\":\\{[^}]*\\},?", "");
    assertTrue(document.contains("EMAIL"));
    assertFalse(before.contains("EMAIL"));
    assertEquals(Meaning.NONE, read(before));
  }
}
