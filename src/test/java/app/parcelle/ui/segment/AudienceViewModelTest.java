package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;

class AudienceViewModelTest {
  private final SmallShop shop = new SmallShop(300);
  private final SmallShopPeople people = new SmallShopPeople(shop);
  private final List<String> said = new ArrayList<>();
  private final SegmentViewModel builder = new SegmentViewModel(shop, new SameThread(), notices(),
      () -> "New");
  private final AudienceViewModel audience = new AudienceViewModel(builder, shop, people, new SameThread(),
      notices());

  @Test
  void everyCountIsDescribedOnce() {
    recencyAtLeast(10);
    int asked = people.asked().size();
    builder.rename("Other");
    assertEquals(asked, people.asked().size());
    assertNotNull(audience.described().get());
    assertEquals(12, Objects.requireNonNull(audience.trend().get()).points().size());
  }

  @Test
  void theTrendOfARuleIsLookedUpWhenItComesBack() {
    recencyAtLeast(10);
    builder.replace(2, atLeast(50), Set.of(), false);
    long trends = trends();
    builder.undo();
    assertEquals(trends, trends());
    assertEquals(count(), Objects.requireNonNull(audience.trend().get()).points().getLast().count());
  }

  @Test
  void comparisonWithADayFollowsTheRule() {
    recencyAtLeast(10);
    assertNull(audience.movement().get());
    audience.compareWith(LocalDate.of(2011, 11, 9));
    assertEquals(count(), Objects.requireNonNull(audience.movement().get()).stayed());
    builder.replace(2, atLeast(50), Set.of(), false);
    assertEquals(count(), Objects.requireNonNull(audience.movement().get()).stayed());
    audience.compareWith(null);
    assertNull(audience.movement().get());
  }

  @Test
  void membersAreListedOnlyWhileSomebodyLooks() {
    MembersViewModel members = audience.members();
    recencyAtLeast(10);
    assertFalse(people.asked().contains("members"));
    members.watched().set(true);
    assertEquals(count(), rows().size());
    builder.replace(2, atLeast(50), Set.of(), false);
    assertEquals(count(), rows().size());
  }

  @Test
  void membersAreSortedEitherWayWithMissingOnesLast() {
    MembersViewModel members = audience.members();
    members.speak(Locale.FRANCE);
    members.watched().set(true);
    recencyAtLeast(0);
    Field age = field("Âge");
    members.choose(List.of(age));
    members.sort(age, true);
    List<BigDecimal> down = ages();
    members.sort(age, false);
    List<BigDecimal> up = ages();
    assertEquals(down.stream().filter(Objects::nonNull).sorted().toList(),
        up.stream().filter(Objects::nonNull).toList());
    assertTrue(up.contains(null) && up.indexOf(null) == down.indexOf(null));
    assertEquals(new HashSet<>(keys()).size(), keys().size());
  }

  @Test
  void aKeyIsFoundWhereItStands() {
    MembersViewModel members = audience.members();
    members.watched().set(true);
    recencyAtLeast(10);
    members.sort(field("recency"), true);
    String wanted = keys().get(7);
    List<Integer> found = new ArrayList<>();
    members.find(wanted, found::add);
    members.find("nobody", found::add);
    assertEquals(List.of(7, -1), found);
  }

  @Test
  void rowsAreCopiedUnderTheirColumns() {
    MembersViewModel members = audience.members();
    members.watched().set(true);
    recencyAtLeast(10);
    List<String> copied = new ArrayList<>();
    members.copy(List.of(0, 2), List.of("Key"), MemberRows.Row::key, copied::add);
    assertEquals(List.of("Key\n" + keys().get(0) + "\n" + keys().get(2)), copied);
    assertTrue(said.contains("audience.said.copied"));
  }

  @Test
  void pagesHoldTheSameRowsAsTheTable() {
    MembersViewModel members = audience.members();
    members.watched().set(true);
    recencyAtLeast(0);
    MemberPages pages = new MemberPages(rows());
    assertEquals(rows().page(0, rows().size()),
        IntStream.range(0, pages.size()).mapToObj(pages::get).toList());
  }

  @Test
  void whatHasChangedIsForgottenWithTheCustomer() {
    recencyAtLeast(10);
    audience.why().compare("10000", SmallShop.TODAY.minusMonths(1));
    assertEquals("10000", Objects.requireNonNull(audience.why().since().get()).now().key());
    audience.why().compare("10001", null);
    assertNull(audience.why().since().get());
  }

  @Test
  void suggestedKeysBeginAsTyped() {
    List<List<String>> suggested = new ArrayList<>();
    audience.why().suggest("1000", suggested::add);
    audience.why().suggest(" ", suggested::add);
    assertEquals(List.of("10000", "10001", "10002", "10003", "10004", "10005", "10006", "10007"),
        suggested.getFirst());
    assertEquals(List.of(), suggested.getLast());
  }

  private void recencyAtLeast(int days) {
    builder.add(shop.source("recency"));
    builder.replace(2, atLeast(days), Set.of(), false);
  }

  private static Condition atLeast(int days) {
    return new Condition.NumberTest(FieldRef.named("recency"), NumberOperator.AT_LEAST,
        BigDecimal.valueOf(days), null, false);
  }

  private long trends() {
    return people.asked().stream().filter("trend"::equals).count();
  }

  private int count() {
    return Objects.requireNonNull(builder.outcome().get()).evaluation().count();
  }

  private MemberRows rows() {
    return Objects.requireNonNull(audience.members().rows().get());
  }

  private List<String> keys() {
    return rows().page(0, rows().size()).stream().map(MemberRows.Row::key).toList();
  }

  private List<BigDecimal> ages() {
    List<BigDecimal> ages = new ArrayList<>();
    for (MemberRows.Row row : rows().page(0, rows().size())) {
      ages.add(row.values().getFirst() instanceof app.parcelle.engine.evaluate.Value.OfNumber(var age)
          ? age
          : null);
    }
    return ages;
  }

  private Field field(String name) {
    return shop.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private Notices notices() {
    return new Notices() {
      @Override
      public void say(Message message) {
        said.add(message.key());
      }

      @Override
      public void complain(Throwable failure) {
        throw new AssertionError(failure);
      }

      @Override
      public void changed() {}
    };
  }
}
