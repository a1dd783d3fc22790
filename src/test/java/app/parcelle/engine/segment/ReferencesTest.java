package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Texts;

class ReferencesTest {
  private final ShopCatalog shop = new ShopCatalog();

  @Test
  void aCircleIsRefusedAndNamedAtTheRowThatClosesIt() {
    shop.save("B", all(in("A"))).save("A", "{'everyone':true}");
    assertEquals(List.of("/rule/all/1: These segments refer to each other in a circle: A → B → A."
        + " Take one of the references out."), faults("A", "{'all':[{'everyone':true}," + in("B") + "]}"));
  }

  @Test
  void aSegmentCannotReferToItself() {
    shop.save("A", "{'everyone':true}");
    assertEquals(List.of("/rule/not: These segments refer to each other in a circle: A → A."
        + " Take one of the references out."), faults("A", "{'not':" + in("A") + "}"));
  }

  @Test
  void aCircleFurtherAwayIsNamedAsWell() {
    shop.save("B", in("C")).save("C", in("D")).save("D", in("C"));
    assertEquals(List.of("/rule: These segments refer to each other in a circle: C → D → C."
        + " Take one of the references out."), faults("A", in("B")));
  }

  @Test
  void aDiamondIsNoCircle() {
    shop.save("D", "{'everyone':true}").save("B", in("D")).save("C", in("D"));
    assertEquals(List.of(), faults("A", all(in("B"), in("C"), in("D"))));
  }

  @Test
  void manyDiamondsOneAfterTheOtherAreLookedAtOnce() {
    shop.save("S0", "{'everyone':true}");
    for (int i = 1; i <= References.DEPTH; i++) {
      String below = in("S" + (i - 1));
      shop.save("S" + i, all(below, below, "{'not':" + below + "}", below, below, below));
    }
    assertEquals(List.of(), faults("A", all(in("S19"), in("S19"))));
    assertEquals(List.of(
        "/rule: Through “S20”, more than 20 segments refer to one another in a row: refer to fewer."),
        faults("A", in("S20")));
  }

  @Test
  void aSegmentThatRefersToABrokenOneCannotBeComputedEither() {
    shop.save("C", "{'field':'Gone','op':'is known'}").save("B", in("C"));
    assertEquals(List.of("/rule: The segment “B” cannot be computed."
        + " The segment “C” cannot be computed. There is no field “Gone”."), faults("A", in("B")));
  }

  @Test
  void whatWasKeptLeadsNowhere() {
    shop.withEverything().save("VIP", in("A")).save("A", "{'everyone':true}");
    assertEquals(List.of(), faults("A", "{'segment':'VIP','op':'in','frozen':'n1'}"));
  }

  @Test
  void anIdThatIsGoneIsAFaultEvenIfAnotherSegmentHasTheName() {
    shop.save("B", "{'everyone':true}");
    assertEquals(List.of("/rule: There is no segment “B”: it may have been deleted. Choose another."),
        faults("A", "{'segment':{'name':'B','id':'s9'},'op':'not in'}"));
  }

  private static String in(String segment) {
    return "{'segment':'" + segment + "','op':'in'}";
  }

  private static String all(String... conditions) {
    return "{'all':[" + String.join(",", conditions) + "]}";
  }

  private List<String> faults(String name, String rule) {
    Segment segment = SegmentJson.read(
        "{'version':2,'name':'%s','rule':%s}".formatted(name, rule).replace('\'', '"'));
    return SegmentCheck.check(segment, shop)
        .stream()
        .map(fault -> fault.path() + ": " + new Texts(Locale.ENGLISH).text(fault.message()))
        .toList();
  }
}
