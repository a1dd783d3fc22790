package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/** Questions about events are asked with the controls, and undone. */
class EventEditorsTest {
  private static final String ORDERS = "Commandes";
  private static final FieldRef COUNTRY = new FieldRef("Pays", "t1.c4");
  private final SmallShop shop = new SmallShop(60);
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
  void oneMeasureIsComparedWithAnother() throws Exception {
    EventRelation start = (EventRelation) start(EventQuestion.Kind.RELATION);
    builder.chooses(builder.text("builder.operator", ORDERS), 0, builder.text("builder.relation.less"));
    builder.types(builder.text("builder.relation.times"), 0, "1.5");
    builder.chooses(builder.text("builder.event.measure", ORDERS), 1, builder.text("builder.measure.sum"));
    EventRelation asked = (EventRelation) builder.asked();
    assertEquals(NumberOperator.LESS, asked.operator());
    assertEquals(new BigDecimal("1.5"), asked.times());
    assertEquals(Measure.SUM, asked.left().measure());
    assertEquals(start.left().window(), asked.left().window());
    assertEquals(start.right(), asked.right());
    undone(start);
    assertEquals(List.of("1"), builder.shown(builder.text("builder.relation.times")));
  }

  @Test
  void oneTimeIsComparedWithTheTimeBefore() throws Exception {
    Condition start = start(EventQuestion.Kind.TREND);
    builder.chooses(builder.text("builder.trend.against"), 0,
        builder.text("builder.against.same_period_last_year"));
    builder.types(builder.text("builder.period.number"), 0, "6");
    builder.chooses(builder.text("builder.period.unit"), 0, builder.text("builder.period.weeks"));
    builder.types(builder.text("builder.number.value", ORDERS), 0, "-50");
    builder.chooses(builder.text("builder.event.measure", ORDERS), 1, builder.text("builder.measure.sum"));
    assertEquals(new EventTrend(ORDERS, Measure.SUM, null, new Period(6, Period.Unit.WEEKS),
        Condition.Against.SAME_PERIOD_LAST_YEAR, NumberOperator.AT_MOST, new BigDecimal("-50"), null, null),
        builder.asked());
    undone(start);
    assertEquals(List.of("90"), builder.shown(builder.text("builder.period.number")));
    assertEquals(List.of("-20"), builder.shown(builder.text("builder.number.value", ORDERS)));
  }

  @Test
  void aShareOfTheEventsMeetsATest() throws Exception {
    Condition start = start(EventQuestion.Kind.SHARE);
    builder.types(builder.text("builder.number.value", ORDERS), 0, "80");
    builder.presses(builder.text("builder.share.meeting", 0));
    builder.does(() -> item(builder.text("builder.where.addFirst")).fire());
    EventShare asked = (EventShare) builder.asked();
    assertEquals(new BigDecimal("80"), asked.percent());
    assertEquals(new Condition.Occurrence(true), asked.meeting());
    assertNull(asked.where());
    assertEquals(1, builder.all(javafx.scene.control.Button.class,
        button -> builder.text("builder.share.meeting", 1).equals(button.getText())).size());
    undone(start);
  }

  @Test
  void aSequenceGrowsStepByStep() throws Exception {
    Sequence start = (Sequence) new Source.OfSequence(shop.tables().getFirst()).start();
    builder.asks(start);
    builder.presses(builder.text("builder.sequence.add"));
    builder.chooses(builder.text("builder.gap.name"), 1, builder.text("builder.gap.between"));
    builder.types(builder.text("builder.period.number"), 1, "2");
    builder.presses(builder.text("builder.sequence.not"));
    Sequence asked = (Sequence) builder.asked();
    assertEquals(start.steps(), asked.steps().subList(0, 2));
    assertEquals(new Step(ORDERS, null,
        new Gap(new Gap.Elapsed(2, Gap.Unit.DAYS), new Gap.Elapsed(30, Gap.Unit.DAYS)), true),
        asked.steps().get(2));
    builder.presses(builder.text("builder.sequence.remove", 3));
    assertEquals(start, builder.asked());
    assertEquals(5, builder.undoesAll());
    assertEquals(start, builder.asked());
    assertEquals(List.of(builder.text("builder.gap.within")), builder.shown(builder.text("builder.gap.name")));
  }

  @Test
  void whatComparesWithAStepGoesAlongWhenStepsAreRemoved() throws Exception {
    Condition second = new StepTest(COUNTRY, NumberOperator.EQUAL, 2, COUNTRY);
    Condition both = new Condition.AllOf(List.of(new StepTest(COUNTRY, NumberOperator.EQUAL, 1, COUNTRY),
        new StepTest(COUNTRY, NumberOperator.NOT_EQUAL, 3, COUNTRY)));
    Gap gap = new Gap(null, new Gap.Elapsed(30, Gap.Unit.DAYS));
    builder.asks(new Sequence(List.of(new Step(ORDERS, null, null, false), new Step(ORDERS, null, gap, false),
        new Step(ORDERS, second, gap, false), new Step(ORDERS, both, gap, false)), new Window.Ever()));
    builder.presses(builder.text("builder.sequence.remove", 1));
    List<Step> left = ((Sequence) builder.asked()).steps();
    assertEquals(3, left.size());
    assertNull(left.getFirst().gap());
    assertEquals(new StepTest(COUNTRY, NumberOperator.EQUAL, 1, COUNTRY), left.get(1).where());
    assertEquals(new StepTest(COUNTRY, NumberOperator.NOT_EQUAL, 2, COUNTRY), left.get(2).where());
    builder.presses(builder.text("builder.sequence.remove", 1));
    assertNull(((Sequence) builder.asked()).steps().getFirst().where());
  }

  private Condition start(EventQuestion.Kind kind) throws Exception {
    Condition start = new EventQuestion(kind, null, null)
        .ask(new Card.Row(0, shop.events().start(), Set.of()), shop.tables().getFirst())
        .test();
    builder.asks(start);
    return start;
  }

  private void undone(Condition start) throws Exception {
    assertTrue(builder.undoesAll() > 0);
    assertEquals(start, assertInstanceOf(start.getClass(), builder.asked()));
  }

  private javafx.scene.control.MenuItem item(String text) {
    return javafx.stage.Window.getWindows()
        .stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll(".menu-button").stream())
        .flatMap(menu -> ((javafx.scene.control.MenuButton) menu).getItems().stream())
        .filter(one -> text.equals(one.getText()))
        .findFirst()
        .orElseThrow();
  }
}
