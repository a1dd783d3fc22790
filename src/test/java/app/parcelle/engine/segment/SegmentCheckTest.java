package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Texts;

class SegmentCheckTest {
  private final ShopCatalog shop = new ShopCatalog();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{'field':'Contry','op':'is known'} | /rule | There is no field “Contry”. Do you mean “Country”?",
      "{'field':'Zodiac','op':'is known'} | /rule | There is no field “Zodiac”.",
      "{'field':{'name':'Country','id':'t9.c9'},'op':'is known'} | /rule |"
          + " There is no field “Country”. Do you mean “Country”?",
      "{'never':'Oders'} | /rule | There is no table of events “Oders”. Do you mean “Orders”?",
      "{'never':'Customers'} | /rule | There is no table of events “Customers”.",
      "{'cluster':'RMF','in':[1]} | /rule | There are no clusters “RMF”. Do you mean “RFM”?",
      "{'cluster':'RFM','in':[]} | /rule | A value is missing.",
      "{'all':[{'everyone':true},{'any':[]}]} | /rule/all/1 | This block has no condition.",
      "{'field':'Age','op':'equals','value':'x'} | /rule |"
          + " “Age” is a number and cannot be tested with “equals”.",
      "{'field':'Country','op':'>','value':1} | /rule |"
          + " “Country” is a text and cannot be tested with “>”.",
      "{'field':'Age','op':'is yes'} | /rule | “Age” is a number and cannot be tested with “is yes”.",
      "{'field':'Newsletter','op':'on','value':'2011-01-01'} | /rule |"
          + " “Newsletter” is a yes or no and cannot be tested with “on”.",
      "{'field':'Birthday','op':'before','other':'Age'} | /rule |"
          + " “Age” is a number and cannot be tested with “before”.",
      "{'not':{'field':'Age','op':'between','from':3,'to':2}} | /rule/not | The beginning lies after the end.",
      "{'field':'Birthday','op':'between','from':'2011-01-02','to':'2011-01-01'} | /rule |"
          + " The beginning lies after the end.",
      "{'never':'Orders','window':{'from':'2011-01-02','to':'2011-01-01'}} | /rule |"
          + " The beginning lies after the end.",
      "{'field':'Country','op':'is one of','values':[]} | /rule | A value is missing.",
      "{'field':'Country','op':'equals','value':' '} | /rule | A value is missing.",
      "{'field':'Birthday','op':'month is','values':[]} | /rule | A value is missing.",
      "{'field':'Country','op':'matches','value':'(a'} | /rule |"
          + " The expression “(a” cannot be read: missing closing ).",
      "{'never':'Orders','where':{'all':[{'field':'Quantty','op':'>','value':0}]}} | /rule/where/all/0 |"
          + " There is no column “Quantty” in “Orders”. Do you mean “Quantity”?",
      "{'never':'Orders','where':{'field':'Age','op':'>','value':0}} | /rule/where |"
          + " There is no column “Age” in “Orders”.",
      "{'never':'Orders','where':{'never':'Orders'}} | /rule/where |"
          + " This condition speaks of customers and cannot choose rows.",
      "{'events':'Orders','measure':'sum','of':'Product','op':'>','value':1} | /rule |"
          + " “Product” is not a number and cannot be summed.",
      "{'events':'E-mails','measure':'sum','op':'>','value':1} | /rule |"
          + " “E-mails” has no amount column: choose the column to sum."})
  void whatCannotBeComputedIsAFaultAtItsPlace(String rule, String path, String text) {
    List<Fault> faults = SegmentCheck.check(read(rule), shop);
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(path, faults.getFirst().path());
    assertEquals(text, new Texts(Locale.ENGLISH).text(faults.getFirst().message()));
    assertTrue(new Texts(Locale.FRENCH).text(faults.getFirst().message()).length() > 10);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{'field':'country','op':'equals','value':'x'}",
      "{'field':'Average Basket','op':'>','value':1}", "{'field':'RFM','op':'=','value':1}",
      "{'events':'t2','measure':'sum','of':'quantity','op':'>','value':1,"
          + "'where':{'field':'PRODUCT','op':'contains','value':'x'}}",
      "{'field':'Birthday','op':'anniversary between','from':'12-20','to':'01-10'}", "null"})
  void whatCanBeComputedHasNone(String rule) {
    assertEquals(List.of(), SegmentCheck.check(read(rule), shop));
  }

  @Test
  void aSegmentWithoutRuleOrNameCannotBeSaved() {
    Segment segment = new Segment(" ", null, new Segment.Reference.Project(), null);
    assertEquals(List.of("/name", "/rule"),
        SegmentCheck.checkForSaving(segment, shop).stream().map(Fault::path).toList());
  }

  @Test
  void resolvingFillsInIdsAndPresentNames() {
    Segment segment = read("{'all':[{'field':'pays','op':'is known'},{'field':'COUNTRY','op':'is known'},"
        + "{'field':'Birthday','op':'before','other':'first contact'},{'cluster':'k1','in':[1]},"
        + "{'events':'t2','measure':'sum','of':'quantity','op':'>','value':1,"
        + "'where':{'not':{'field':'product','op':'is known'}}}]}");
    assertEquals(read("{'all':[{'field':'pays','op':'is known'},"
        + "{'field':{'name':'Country','id':'t1.c2'},'op':'is known'},"
        + "{'field':{'name':'Birthday','id':'t1.c5'},'op':'before',"
        + "'other':{'name':'First contact','id':'t1.c6'}},{'cluster':'RFM','in':[1]},"
        + "{'events':'Orders','measure':'sum','of':{'name':'Quantity','id':'t2.c6'},'op':'>','value':1,"
        + "'where':{'not':{'field':{'name':'Product','id':'t2.c5'},'op':'is known'}}}]}"),
        SegmentCheck.resolve(segment, shop));
  }

  @Provide
  Arbitrary<Segment> segments() {
    return AnySegment.segments();
  }

  @Property(tries = 200)
  void everyFaultNamesARowOfTheRule(@ForAll("segments") Segment segment) {
    List<String> rows = SegmentPaths.rows(segment.rule()).stream().map(SegmentPaths.Row::path).toList();
    for (Fault fault : SegmentCheck.check(segment, shop)) {
      assertTrue(rows.contains(SegmentPaths.rowOf(fault.path())), fault.toString());
    }
    assertEquals(segment.rule() == null, SegmentCheck.resolve(segment, shop).rule() == null);
  }

  @Test
  void aSwappedLetterCountsOnce() {
    assertEquals(1, NearestName.distance("recnecy", "recency"));
    assertEquals(3, NearestName.distance("kitten", "sitting"));
  }

  private static Segment read(String rule) {
    return SegmentJson
        .read("{\"version\":1,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}");
  }
}
