package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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
  private final ShopCatalog shop = new ShopCatalog().withEverything();

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
      "{'all':[{'everyone':true},{'any':[]}]} | /rule/all/1 |"
          + " This block has no condition: add one, or take the block away.",
      "{'field':'Age','op':'equals','value':'x'} | /rule |"
          + " “Age” is a number and cannot be tested with “equals”.",
      "{'field':'Country','op':'>','value':1} | /rule |"
          + " “Country” is a text and cannot be tested with “>”.",
      "{'field':'Age','op':'is yes'} | /rule | “Age” is a number and cannot be tested with “is yes”.",
      "{'field':'Newsletter','op':'on','value':'2011-01-01'} | /rule |"
          + " “Newsletter” is a yes or no and cannot be tested with “on”.",
      "{'field':'Birthday','op':'before','other':'Age'} | /rule |"
          + " “Age” is a number and cannot be tested with “before”.",
      "{'not':{'field':'Age','op':'between','from':3,'to':2}} | /rule/not | The first bound is above the second: swap them.",
      "{'field':'Birthday','op':'between','from':'2011-01-02','to':'2011-01-01'} | /rule |"
          + " The first bound is above the second: swap them.",
      "{'never':'Orders','window':{'from':'2011-01-02','to':'2011-01-01'}} | /rule |"
          + " The first bound is above the second: swap them.",
      "{'field':'Country','op':'is one of','values':[]} | /rule | A value is missing.",
      "{'field':'Country','op':'equals','value':' '} | /rule | A value is missing.",
      "{'field':'Birthday','op':'month is','values':[]} | /rule | A value is missing.",
      "{'field':'Country','op':'matches','value':'(a'} | /rule |"
          + " The expression “(a” cannot be read: parentheses do not come in pairs.",
      "{'never':'Orders','where':{'all':[{'field':'Quantty','op':'>','value':0}]}} | /rule/where/all/0 |"
          + " There is no column “Quantty” in “Orders”. Do you mean “Quantity”?",
      "{'never':'Orders','where':{'field':'Age','op':'>','value':0}} | /rule/where |"
          + " There is no column “Age” in “Orders”.",
      "{'never':'Orders','where':{'never':'Orders'}} | /rule/where |"
          + " This condition speaks of customers and cannot choose rows.",
      "{'events':'Orders','measure':'sum','of':'Product','op':'>','value':1} | /rule |"
          + " “Product” is not a number: choose a column of numbers.",
      "{'events':'E-mails','measure':'sum','op':'>','value':1} | /rule |"
          + " “E-mails” has no amount column: choose the column that is measured.",
      "{'events':'Orders','measure':'count','op':'between','from':-3,'to':-1} | /rule |"
          + " Nobody can ever meet this: change the number.",
      "{'events':'Orders','measure':'count','op':'<','value':0} | /rule |"
          + " Nobody can ever meet this: change the number.",
      "{'events':'Orders','measure':'distinct','of':'Product','op':'=','value':1.5} | /rule |"
          + " Nobody can ever meet this: change the number.",
      "{'events':'Orders','measure':'average','of':'Product','op':'>','value':1} | /rule |"
          + " “Product” is not a number: choose a column of numbers.",
      "{'events':'E-mails','measure':'count','op':'>','value':1,'window':{'last':9,'unit':'days'}} | /rule |"
          + " “E-mails” has no column of time, so nothing says when its events were: give it one, or leave the"
          + " time out.",
      "{'events':'Orders','date':'last','op':'before','other':'Age'} | /rule |"
          + " “Age” is a number and cannot be tested with “before”.",
      "{'events':'Orders','date':'last','op':'days from','other':'Birthday','compare':'between','from':2,'to':1} |"
          + " /rule | The first bound is above the second: swap them.",
      "{'events':'Orders','measure':'count','op':'>','than':{'events':'Ordres','measure':'count'}} | /rule/than |"
          + " There is no table of events “Ordres”. Do you mean “Orders”?",
      "{'events':'Orders','measure':'count','op':'>','times':0,'than':{'events':'Orders','measure':'lines'}} |"
          + " /rule | “Times” is a number above 0.",
      "{'events':'Orders','measure':'maximum','change':{'n':9,'unit':'days'},'against':'before','op':'>','value':1}"
          + " | /rule | A change is of a number of events or rows, of a sum or of an average: choose one of these.",
      "{'events':'Orders','measure':'count','change':{'n':9,'unit':'days'},'against':'before','op':'<',"
          + "'value':-100} | /rule | Nobody can ever meet this: change the number.",
      "{'events':'Orders','share':{'field':'Product','op':'is known'},'op':'>=','value':101} | /rule |"
          + " Percents lie between 0 and 100 here.",
      "{'events':'Orders','share':{'field':'Prodct','op':'is known'},'op':'>=','value':1} | /rule/share |"
          + " There is no column “Prodct” in “Orders”. Do you mean “Product”?",
      "{'events':'Orders','share':{'field':'Product','op':'is known'},'op':'>','value':100} | /rule |"
          + " Nobody can ever meet this: change the number.",
      "{'never':'Orders','window':{'whole':'month','ago':-1}} | /rule |"
          + " This period lies in the future, where there are no events yet.",
      "{'never':'Orders','window':{'ago':{'from':{'n':90,'unit':'days'},'to':{'n':90,'unit':'days'}}}} | /rule |"
          + " Nothing lies between the beginning and the end: swap them, or set them further apart.",
      "{'never':'Orders','window':{'ago':{'from':{'n':1,'unit':'months'},'to':{'n':5,'unit':'weeks'}}}} | /rule |"
          + " Nothing lies between the beginning and the end: swap them, or set them further apart.",
      "{'never':'Orders','window':{'latest':3,'among':{'field':'Age','op':'>','value':0}}} | /rule/window/among |"
          + " There is no column “Age” in “Orders”.",
      "{'sequence':[{'events':'Orders'}]} | /rule | A sequence has 2 to 5 steps.",
      "{'sequence':[{'no':'Orders'},{'events':'Orders'}]} | /rule/sequence/0 |"
          + " “Not followed by” can only be the last step.",
      "{'sequence':[{'events':'Orders'},{'events':'Visits'}]} | /rule/sequence/1 |"
          + " There is no table of events “Visits”.",
      "{'sequence':[{'events':'Orders','within':{'n':1,'unit':'days'}},{'events':'Orders'}]} | /rule/sequence/0 |"
          + " The first step follows none: take its delay away.",
      "{'sequence':[{'events':'Orders'},{'events':'Orders','after':{'n':25,'unit':'hours'},"
          + "'within':{'n':1,'unit':'days'}}]} | /rule/sequence/1 | The first bound is above the second: swap them.",
      "{'sequence':[{'events':'Orders'},{'events':'Orders','where':{'column':'Product','op':'=','step':2,"
          + "'of':'Product'}}]} | /rule/sequence/1/where |"
          + " There is no step 2 before this one: compare with an earlier step of the same sequence.",
      "{'sequence':[{'events':'Orders'},{'events':'Orders','where':{'column':'Product','op':'>','step':1,"
          + "'of':'Product'}}]} | /rule/sequence/1/where | “Product” and “Product” cannot be compared with “>”.",
      "{'sequence':[{'events':'Orders'},{'events':'Orders','where':{'column':'Product','op':'=','step':1,"
          + "'of':'Age'}}]} | /rule/sequence/1/where | There is no column “Age” in “Orders”.",
      "{'never':'Orders','where':{'column':'Product','op':'=','step':1,'of':'Product'}} | /rule/where |"
          + " There is no step 1 before this one: compare with an earlier step of the same sequence.",
      "{'occurrence':'first'} | /rule |"
          + " This condition speaks of rows: it goes where rows of a table are chosen.",
      "{'never':'Orders','where':{'rank':'Quantity','end':'top','n':1,'unit':'percent'}} | /rule/where |"
          + " This condition speaks of customers and cannot choose rows.",
      "{'never':'E-mails','where':{'occurrence':'first'}} | /rule/where |"
          + " “E-mails” has no column of time, so nothing says when its events were: give it one, or leave the"
          + " time out.",
      "{'rank':'Country','end':'top','n':1,'unit':'percent'} | /rule |"
          + " “Country” is a text and cannot be tested with “top”.",
      "{'rank':'Age','end':'top','n':101,'unit':'percent'} | /rule |"
          + " A percentage lies above 0, and at most at 100.",
      "{'rank':'Age','end':'top','n':2.5,'unit':'customers'} | /rule |"
          + " The number of customers is a whole number above 0.",
      "{'rank':'Age','end':'top','n':2,'unit':'customers','within':'Contry'} | /rule |"
          + " There is no field “Contry”. Do you mean “Country”?",
      "{'band':'Age','of':1,'in':[1]} | /rule | The number of bands lies between 2 and 1,000.",
      "{'band':'Age','of':10,'in':[11]} | /rule | The bands lie between 1 and 10.",
      "{'near':{'latitude':91,'longitude':2},'km':1,'at':{'coordinates':'Position'}} | /rule |"
          + " A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.",
      "{'near':{'latitude':1,'longitude':2},'km':-1,'at':{'coordinates':'Position'}} | /rule |"
          + " A distance cannot be below 0.",
      "{'near':{'latitude':1,'longitude':2},'km':1,'at':{'coordinates':'Country'}} | /rule |"
          + " “Country” does not hold coordinates: say so in the data, or choose a latitude and a longitude.",
      "{'near':{'latitude':1,'longitude':2},'km':1,'at':{'latitude':'Country','longitude':'Age'}} | /rule |"
          + " “Country” is a text and cannot be tested with “latitude”.",
      "{'near':{'table':'Place','column':'Town','value':'x'},'km':1,'at':{'coordinates':'Position'}} | /rule |"
          + " There is no table of places “Place”: load one, or give latitude and longitude.",
      "{'near':{'table':'Places','column':'Twn','value':'x'},'km':1,'at':{'coordinates':'Position'}} | /rule |"
          + " There is no column “Twn” in “Places”. Do you mean “Town”?",
      "{'inside':{'drawn':[[[1,2],[2,3]]]},'at':{'coordinates':'Position'}} | /rule |"
          + " An area needs at least 3 corners: draw it on the map.",
      "{'inside':{'layer':'Region','shapes':['x']},'at':{'coordinates':'Position'}} | /rule |"
          + " There is no map layer “Region”: load it, or choose another.",
      "{'inside':{'layer':'Regions','shapes':['Bretagn']},'at':{'coordinates':'Position'}} | /rule |"
          + " There is no “Bretagn” in the map layer “Regions”. Do you mean “Bretagne”?",
      "{'list':'Country','op':'any of','values':['x']} | /rule |"
          + " “Country” does not hold lists: say in the data that it holds several values, or test it as a text.",
      "{'size':'Tags','op':'<','value':0} | /rule | Nobody can ever meet this: change the number.",
      "{'consent':'granted','of':'Consent'} | /rule |"
          + " There is no consent “Consent”: choose a table of consents, or a yes or no field.",
      "{'consent':'granted','of':'Age'} | /rule |"
          + " “Age” does not say yes or no: choose another field for the consent.",
      "{'consent':'granted','of':'Newsletter','purpose':'news'} | /rule |"
          + " “Newsletter” is a yes or no without date, purpose or channel: leave these out, or choose a table of"
          + " consents.",
      "{'consent':'granted','of':'Orders'} | /rule |"
          + " “Orders” has no column of consent: say in the data which one it is.",
      "{'consent':'granted','of':'Consents','channel':'e-mail'} | /rule |"
          + " “Consents” does not say through which channel: leave the channel out.",
      "{'segment':'Gone','op':'in'} | /rule |"
          + " There is no segment “Gone”: it may have been deleted. Choose another.",
      "{'segment':'VIP','op':'in','frozen':'n9'} | /rule |"
          + " The kept list of “VIP” is gone: choose another, or the segment as it is.",
      "{'sample':{'from':10,'to':10,'seed':'A'}} | /rule |"
          + " Nothing lies between the beginning and the end: swap them, or set them further apart.",
      "{'sample':{'from':10,'to':110,'seed':'A'}} | /rule | Percents lie between 0 and 100 here.",
      "{'field':'Birthday','op':'kind of day is','kind':'weekend','country':'fr'} | /rule |"
          + " “fr” is not the code of a country: write it as in FR or US.",
      "{'field':'Country','op':'matches','value':'(a{500}){500}'} | /rule |"
          + " This expression is too large: at most 1,000 letters, and repetitions that come to at most 10,000"
          + " steps."})
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
      "{'field':'Birthday','op':'anniversary between','from':'12-20','to':'01-10'}", "null",
      "{'events':'Orders','measure':'first','op':'<','value':0}",
      "{'events':'Orders','measure':'distinct','of':'Product','op':'>=','value':0}",
      "{'events':'Orders','measure':'sum','change':{'n':9,'unit':'days'},'against':'before','op':'<','value':-150}",
      "{'never':'Orders','window':{'ago':{'from':{'n':1,'unit':'years'},'to':{'n':11,'unit':'months'}}}}",
      "{'never':'Orders','window':{'ago':{'from':{'n':1,'unit':'months'},'to':{'n':30,'unit':'days'}}}}",
      "{'sequence':[{'events':'Orders'},{'events':'Orders','where':{'all':[{'column':'Product','op':'!=','step':1,"
          + "'of':'Product'},{'column':'Quantity','op':'>','step':1,'of':'Amount'},{'occurrence':'repeated'}]}},"
          + "{'no':'Orders','within':{'n':1,'unit':'days'},'where':{'column':'When','op':'>','step':2,"
          + "'of':'When'}}]}",
      "{'rank':'recency','end':'bottom','n':10,'unit':'percent','within':'Newsletter'}",
      "{'band':'Birthday','of':4,'in':[1,4]}",
      "{'near':{'table':'Places','column':'Town','value':'Lyon'},'km':0,'at':{'latitude':'Latitude',"
          + "'longitude':'Longitude'}}",
      "{'inside':{'layer':'Regions','shapes':['Bretagne']},'at':{'coordinates':'Position'}}",
      "{'list':'Tags','op':'none of','values':['x']}", "{'consent':'unknown','of':'newsletter'}",
      "{'consent':'refused','of':'Consents','purpose':'news','asOf':'2011-01-01'}",
      "{'segment':'VIP','op':'in','frozen':'n1'}", "{'segment':'VIP','op':'not in','on':'2011-01-01'}",
      "{'sample':{'from':0,'to':100,'seed':'A'}}",
      "{'field':'First contact','op':'hour is','from':22,'to':24}",
      "{'field':'Country','op':'matches','value':'[{9999}]{1000}\\\\Q(((a{1000}\\\\E'}"})
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
  void theLimitIsCheckedToo() {
    for (String limit : List.of("{'keep':0,'unit':'customers','seed':'A'}",
        "{'keep':101,'unit':'percent','seed':'A'}", "{'keep':1.5,'unit':'customers','seed':'A'}",
        "{'keep':1,'unit':'customers','by':'Country','seed':'A'}",
        "{'keep':1,'unit':'customers','by':'Zodiac','seed':'A'}",
        "{'keep':1,'unit':'customers','per':'Zodiac','seed':'A'}")) {
      assertEquals(List.of("/limit"),
          SegmentCheck.check(limited(limit), shop).stream().map(Fault::path).toList(), limit);
    }
    Segment best = limited("{'keep':0.5,'unit':'percent','by':'Age','per':'country','seed':'A'}");
    assertEquals(List.of(), SegmentCheck.check(best, shop));
    assertEquals(new Limit(new BigDecimal("0.5"), true, new FieldRef("Age", "t1.c3"), true,
        new FieldRef("Country", "t1.c2"), "A"), SegmentCheck.resolve(best, shop).limit());
  }

  private static Segment limited(String limit) {
    return SegmentJson.read("{'version':2,'name':'x','rule':{'everyone':true},'limit':%s}".formatted(limit)
        .replace('\'', '"'));
  }

  @Test
  void conditionsTooDeepWithinEachOtherAreAFaultAndNoOverflow() {
    Condition deep = new Condition.Everyone();
    for (int i = 0; i < 500; i++) {
      deep = new Condition.Not(deep);
    }
    Fault fault = SegmentCheck.check(new Segment("x", deep, new Segment.Reference.Project(), null), shop)
        .getFirst();
    assertEquals("segment.fault.deep", fault.message().key());
    assertEquals("/rule" + "/not".repeat(SegmentPaths.DEPTH), fault.path());
  }

  @Test
  void resolvingReachesEveryNameOfTheNewConditions() {
    Segment segment = read("{'all':[{'list':'tags','op':'any of','values':['x']},"
        + "{'rank':'AGE','end':'top','n':1,'unit':'percent','within':'country'},"
        + "{'near':{'table':'places','column':'town','value':'Lyon'},'km':1,'at':{'coordinates':'position'}},"
        + "{'consent':'granted','of':'NEWSLETTER'},{'segment':'vip','op':'in'},"
        + "{'events':'orders','date':'last','op':'days from','other':'birthday','compare':'=','value':1,"
        + "'window':{'latest':2,'among':{'field':'quantity','op':'>','value':0}}},"
        + "{'sequence':[{'events':'orders'},{'events':'consents','where':{'column':'purpose','op':'=','step':1,"
        + "'of':'product'}}]}]}");
    assertEquals(read("{'all':[{'list':{'name':'Tags','id':'t5.c10'},'op':'any of','values':['x']},"
        + "{'rank':{'name':'Age','id':'t1.c3'},'end':'top','n':1,'unit':'percent',"
        + "'within':{'name':'Country','id':'t1.c2'}},"
        + "{'near':{'table':'Places','column':{'name':'Town','id':'t6.c2'},'value':'Lyon'},'km':1,"
        + "'at':{'coordinates':{'name':'Position','id':'t5.c9'}}},"
        + "{'consent':'granted','of':'Newsletter'},{'segment':{'name':'VIP','id':'s1'},'op':'in'},"
        + "{'events':'Orders','date':'last','op':'days from','other':{'name':'Birthday','id':'t1.c5'},"
        + "'compare':'=','value':1,"
        + "'window':{'latest':2,'among':{'field':{'name':'Quantity','id':'t2.c6'},'op':'>','value':0}}},"
        + "{'sequence':[{'events':'Orders'},{'events':'Consents','where':{'column':{'name':'Purpose',"
        + "'id':'t7.c4'},'op':'=','step':1,'of':{'name':'Product','id':'t2.c5'}}}]}]}"),
        SegmentCheck.resolve(segment, shop));
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
      String row = SegmentPaths.rowOf(fault.path());
      assertTrue(rows.contains(row) || row.equals(SegmentPaths.LIMIT), fault.toString());
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
        .read("{\"version\":2,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}");
  }
}
