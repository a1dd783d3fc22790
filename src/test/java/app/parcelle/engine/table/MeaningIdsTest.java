package app.parcelle.engine.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.table.Meaning.Kind;

class MeaningIdsTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyMeaningHasAName(Kind kind) {
    assertEquals(Meaning.of(kind), Meaning.ofId(Meaning.of(kind).id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"money:EUR", "money:EUR,USD", "list:;", "list:|", "list:[]", "list:,"})
  void detailsStandBehindTheName(String id) {
    assertEquals(id, Objects.requireNonNull(Meaning.ofId(id)).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "euros", "money:", "money:euro", "percent:EUR", "list:ab", "list: ", "list:x",
      "MONEY"})
  void othersAreNone(String id) {
    assertNull(Meaning.ofId(id));
  }

  @Test
  void onlyMoneyAndListsHaveDetails() {
    assertThrows(IllegalArgumentException.class, () -> new Meaning(Kind.EMAIL, "x"));
    assertThrows(IllegalArgumentException.class, () -> new Meaning(Kind.MONEY, ""));
  }
}
