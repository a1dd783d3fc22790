package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.ListOperator;

/** Values of criteria are chosen and typed with the controls, and undone. */
class ValueEditorsTest {
  private static final FieldRef AGE = new FieldRef("Âge", "t2.c3");
  private static final FieldRef COUNTRY = new FieldRef("Pays", "t2.c2");
  private static final FieldRef JOINED = new FieldRef("Inscription", "t2.c6");
  private final SmallShop shop = SmallShop.withLedger(60);
  private BuilderOnScreen builder;

  @BeforeEach
  void open() throws Exception {
    builder = new BuilderOnScreen(shop);
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  @Test
  void purposeAndChannelAreChosenFromTheLedgerOrTyped() throws Exception {
    Consent start = new Consent("Consentements", ConsentState.GRANTED, null, null, null);
    builder.asks(start);
    ComboBox<?> purpose = box("builder.consent.purpose");
    assertEquals(List.of("", "Promotions", "Enquêtes"), purpose.getItems());
    ComboBox<?> channel = box("builder.consent.channel");
    assertEquals(List.of("", "E-mail", "SMS"), channel.getItems());
    builder.does(() -> purpose.getSelectionModel().select(1));
    builder.does(() -> channel.getEditor().setText(" Courrier "));
    builder.does(channel::commitValue);
    builder.chooses(builder.text("builder.consent.state"), 0, builder.text("builder.consent.refused"));
    assertEquals(new Consent("Consentements", ConsentState.REFUSED, "Promotions", "Courrier", null),
        builder.asked());
    builder.does(() -> purpose.getSelectionModel().select(0));
    assertEquals(new Consent("Consentements", ConsentState.REFUSED, null, "Courrier", null), builder.asked());
    assertEquals(4, builder.undoesAll());
    assertEquals(start, builder.asked());
    assertEquals("", Objects.requireNonNullElse(channel.getEditor().getText(), ""));
  }

  @Test
  void elementsOfAListAreTicked() throws Exception {
    ListTest start = new ListTest(COUNTRY, ListOperator.ALL_OF, List.of(), false, false);
    builder.asks(start);
    builder.presses(builder.text("builder.text.value", "Pays") + " " + builder.text("builder.text.choose"));
    List<CheckBox> ticks = builder.all(CheckBox.class,
        box -> List.of("Suisse", "Belgique").contains(box.getText()));
    for (CheckBox tick : ticks) {
      builder.does(tick::fire);
    }
    assertEquals(Set.of("Suisse", "Belgique"), Set.copyOf(((ListTest) builder.asked()).values()));
    builder.presses(builder.text("builder.text.exact"));
    assertTrue(((ListTest) builder.asked()).exact());
    assertEquals(ListOperator.ALL_OF, ((ListTest) builder.asked()).operator());
    assertEquals(3, builder.undoesAll());
    assertEquals(start, builder.asked());
  }

  @Test
  void theBestAreRankedInEachGroup() throws Exception {
    Ranked start = new Ranked(AGE, Condition.End.TOP, BigDecimal.TEN, true, null);
    builder.asks(start);
    builder.types(builder.text("builder.rank.n"), 0, "25");
    builder.chooses(builder.text("builder.period.unit"), 0, builder.text("builder.rank.customers"));
    builder.chooses(builder.text("builder.rank.group"), 0, builder.text("builder.rank.within", "Pays"));
    builder.chooses(builder.text("builder.operator", "Âge"), 0, builder.text("builder.rank.bottom"));
    assertEquals(new Ranked(AGE, Condition.End.BOTTOM, BigDecimal.valueOf(25), false, COUNTRY), builder.asked());
    assertEquals(4, builder.undoesAll());
    assertEquals(start, builder.asked());
    assertEquals(List.of("10"), builder.shown(builder.text("builder.rank.n")));
  }

  @Test
  void bandsAreTickedAndAnotherCountBeginsWithItsHighest() throws Exception {
    InBand start = new InBand(AGE, 10, Set.of(10), null);
    builder.asks(start);
    builder.presses(builder.text("builder.rank.bandOf", 9, 10));
    builder.presses(builder.text("builder.rank.bandOf", 10, 10));
    assertEquals(new InBand(AGE, 10, Set.of(9), null), builder.asked());
    builder.chooses(builder.text("builder.rank.howMany"), 0, builder.text("builder.rank.bands", 5));
    assertEquals(new InBand(AGE, 5, Set.of(5), null), builder.asked());
    builder.chooses(builder.text("builder.rank.howMany"), 0, builder.text("builder.rank.bands", 100));
    builder.types(builder.text("builder.rank.fromBand"), 0, "98");
    assertEquals(new InBand(AGE, 100, Set.of(98, 99, 100), null), builder.asked());
    assertEquals(5, builder.undoesAll());
    assertEquals(start, builder.asked());
  }

  @Test
  void hoursAndKindsOfDayAreChosen() throws Exception {
    Condition start = date(new DateCriterion.AtHour(18, 22));
    builder.asks(start);
    builder.chooses(builder.text("builder.date.hour"), 1, builder.text("builder.date.oclock", 2));
    assertEquals(date(new DateCriterion.AtHour(18, 2)), builder.asked());
    builder.chooses(builder.text("builder.operator", "Inscription"), 0, builder.text("builder.date.kindOfDay"));
    builder.chooses(builder.text("builder.date.kindOfDay"), 0, builder.text("builder.kindOfDay.public_holiday"));
    builder.chooses(builder.text("builder.date.country"), 0, "Belgium");
    assertEquals(date(new DateCriterion.OnKindOfDay(DateCriterion.KindOfDay.PUBLIC_HOLIDAY, "BE")),
        builder.asked());
    assertEquals(4, builder.undoesAll());
    assertEquals(start, builder.asked());
    assertEquals(List.of("18:00", "22:00"), builder.shown(builder.text("builder.date.hour")));
  }

  @Test
  void aLimitIsByAFieldAndForEachGroup() throws Exception {
    builder.asks(new Condition.Everyone());
    builder.presses(builder.text("builder.limit.on"));
    builder.types(builder.text("builder.rank.n"), 0, "500");
    builder.chooses(builder.text("builder.period.unit"), 0, builder.text("builder.limit.percent"));
    builder.chooses(builder.text("builder.limit.order"), 0, builder.text("builder.limit.by", "Âge"));
    builder.chooses(builder.text("builder.limit.order"), 1, builder.text("builder.limit.least"));
    builder.chooses(builder.text("builder.limit.groups"), 0, builder.text("builder.limit.per", "Pays"));
    assertEquals(new Limit(BigDecimal.valueOf(100), true, AGE, false, COUNTRY, "1"),
        builder.model().present().get().limit());
    assertEquals(List.of("100"), builder.shown(builder.text("builder.rank.n")));
    for (int back = 0; back < 5; back++) {
      builder.does(() -> assertTrue(builder.model().undo()));
    }
    assertEquals(BigDecimal.valueOf(10_000),
        Objects.requireNonNull(builder.model().present().get().limit()).n());
    assertEquals(List.of("10,000"), builder.shown(builder.text("builder.rank.n")));
    assertEquals(1, builder.undoesAll());
    assertTrue(builder.shown(builder.text("builder.rank.n")).isEmpty());
  }

  private static Condition date(DateCriterion criterion) {
    return new Condition.DateTest(JOINED, criterion, false);
  }

  private ComboBox<?> box(String key) throws Exception {
    return builder.all(ComboBox.class, b -> builder.text(key).equals(b.getAccessibleText())).getFirst();
  }
}
