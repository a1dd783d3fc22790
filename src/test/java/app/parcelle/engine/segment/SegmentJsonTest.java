package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;

class SegmentJsonTest {
  @Provide
  Arbitrary<Segment> segments() {
    return AnySegment.segments();
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadAsTheSame(@ForAll("segments") Segment segment) {
    assertEquals(segment, SegmentJson.read(SegmentJson.write(segment)));
  }

  @Property(tries = 200)
  void everyPathPointsToItsConditionInTheDocument(@ForAll("segments") Segment segment) {
    var document = SegmentJson.tree(segment);
    for (SegmentPaths.Row row : SegmentPaths.rows(segment.rule())) {
      assertEquals(ConditionWriter.tree(row.condition()), document.at(row.path()));
    }
  }

  @Test
  void aHandWrittenDocumentNeedsNoIdAndNoDefaults() {
    Segment segment = SegmentJson.read("""
        {"version": 1, "name": "Loyal", "rule": {"all": [
          {"field": "Country", "op": "is none of", "values": ["France"]},
          {"events": "Orders", "measure": "count", "op": ">=", "value": 2,
           "window": {"last": 90, "unit": "days"}}]}}
        """);
    assertEquals(new Segment("Loyal", new AllOf(List.of(
        new TextTest(FieldRef.named("Country"), TextOperator.IS_NONE_OF, List.of("France"), false, true),
        new EventTest("Orders", Measure.COUNT, null, NumberOperator.AT_LEAST, new BigDecimal(2), null,
            new Window.Last(new Period(90, Period.Unit.DAYS), false), null))),
        new Segment.Reference.Project(), null), segment);
  }

  @Test
  void theChoiceForMissingValuesOfNegativesIsWritten() {
    String json = SegmentJson.write(segment(
        new TextTest(FieldRef.named("Country"), TextOperator.NOT_EQUALS, List.of("x"), false, true)));
    assertTrue(json.replace(" ", "").contains("\"missing\":\"include\""), json);
  }

  @Test
  void numbersStayExactly() {
    Segment segment = SegmentJson.read("""
        {"version":1,"name":"","rule":{"field":"Age","op":"between","from":0.10,"to":12345678901234567890}}
        """);
    assertEquals(segment(new NumberTest(FieldRef.named("Age"), NumberOperator.BETWEEN, new BigDecimal("0.10"),
        new BigDecimal("12345678901234567890"), false)), segment);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{'all':[{'not':{'field':'A','op':'equals','value':'x','colour':1}}]} | /rule/all/0/not/colour",
      "{'all':[{'everyone':true},{'field':'A','op':'equals'}]} | /rule/all/1/value",
      "{'all':[{'everyone':true,'any':[]}]} | /rule/all/0", "{} | /rule", "[] | /rule", "7 | /rule",
      "{'all':{}} | /rule/all", "{'everyone':false} | /rule/everyone",
      "{'field':'A','op':'equals','value':3} | /rule/value",
      "{'field':'A','op':'equals','values':['x']} | /rule/values",
      "{'field':'A','op':'is one of','value':'x'} | /rule/value",
      "{'field':'A','op':'isOneOf','values':['x']} | /rule/op",
      "{'field':'A','op':'>','value':'3'} | /rule/value",
      "{'field':'A','op':'>','value':3,'to':4} | /rule/to",
      "{'field':'A','op':'>','value':1e999999} | /rule/value",
      "{'field':'A','op':'>','value':1e-999999} | /rule/value",
      "{'field':'A','op':'>','value':null} | /rule/value",
      "{'field':'A','op':'is known','missing':'include'} | /rule/missing",
      "{'field':'A','op':'>','value':1,'missing':true} | /rule/missing",
      "{'field':{'name':'A'},'op':'is known'} | /rule/field/id", "{'field':1,'op':'is known'} | /rule/field",
      "{'field':'A','op':'on','value':'2011-02-30'} | /rule/value",
      "{'field':'A','op':'in the last','n':0,'unit':'days'} | /rule/n",
      "{'field':'A','op':'in the last','n':1.5,'unit':'days'} | /rule/n",
      "{'field':'A','op':'in the last','n':3,'unit':'day'} | /rule/unit",
      "{'field':'A','op':'month is','values':[1,13]} | /rule/values/1",
      "{'field':'A','op':'month is','values':[1,1]} | /rule/values/1",
      "{'field':'A','op':'anniversary between','from':'12-24','to':'02-31'} | /rule/to",
      "{'events':'O','measure':'count','of':'A','op':'>','value':1} | /rule/of",
      "{'events':'O','measure':'mean','op':'>','value':1} | /rule/measure",
      "{'events':'O','measure':'count','op':'>','value':1,'window':{}} | /rule/window",
      "{'never':'O','window':{'last':3,'unit':'days','to':'2011-01-01'}} | /rule/window/to",
      "{'never':'O','where':{'any':[{'field':'A/~B','op':'?'}]}} | /rule/where/any/0/op",
      "{'cluster':'K','in':[0]} | /rule/in/0",
      "{'events':'O','measure':'daysBetween','of':'A','op':'>','value':1} | /rule/of",
      "{'events':'O','measure':'sum','op':'>','value':1,'share':{'everyone':true}} | /rule/measure",
      "{'events':'O','date':'middle','op':'on','value':'2011-01-01'} | /rule/date",
      "{'events':'O','date':'first','op':'=','value':1} | /rule/op",
      "{'events':'O','date':'first','op':'on','value':'2011-01-01','missing':'include'} | /rule/missing",
      "{'events':'O','measure':'count','op':'between','than':{'events':'R','measure':'count'}} | /rule/op",
      "{'events':'O','measure':'count','op':'>','than':{'events':'R','measure':'count','of':'A'}} |"
          + " /rule/than/of",
      "{'events':'O','measure':'sum','change':{'n':1},'against':'before','op':'>','value':1} |"
          + " /rule/change/unit",
      "{'events':'O','measure':'sum','change':{'n':1,'unit':'days'},'against':'then','op':'>','value':1} |"
          + " /rule/against",
      "{'sequence':[{'events':'O'},{'no':'R','events':'O'}]} | /rule/sequence/1/events",
      "{'sequence':[{'events':'O'},{'events':'O','within':{'n':0,'unit':'days'}}]} |"
          + " /rule/sequence/1/within/n",
      "{'sequence':[{'events':'O'},{'events':'O','where':{'column':'A','op':'between','step':1,'of':'A'}}]} |"
          + " /rule/sequence/1/where/op",
      "{'never':'O','where':{'occurrence':'second'}} | /rule/where/occurrence",
      "{'rank':'A','end':'top','n':1,'unit':'people'} | /rule/unit",
      "{'band':'A','of':10,'in':[1,1]} | /rule/in/1",
      "{'near':{'latitude':1,'longitude':2},'km':1,'at':{'coordinates':'A','latitude':'B'}} |"
          + " /rule/at/latitude",
      "{'near':{'latitude':1},'km':1,'at':{'coordinates':'A'}} | /rule/near/longitude",
      "{'inside':{'drawn':[[[1,2,3]]]},'at':{'coordinates':'A'}} | /rule/inside/drawn/0/0",
      "{'inside':{'layer':'L','shapes':['a','a']},'at':{'coordinates':'A'}} | /rule/inside/shapes/1",
      "{'list':'A','op':'is one of','values':['x']} | /rule/op",
      "{'size':'A','op':'>=','value':1,'missing':'include'} | /rule/missing",
      "{'consent':'yes','of':'C'} | /rule/consent", "{'segment':'S','op':'is'} | /rule/op",
      "{'segment':'S','op':'in','on':'2011-01-01','frozen':'n1'} | /rule/on",
      "{'sample':{'from':0,'to':10}} | /rule/sample/seed",
      "{'field':'A','op':'hour is','from':24,'to':1} | /rule/from",
      "{'field':'A','op':'days from','other':'B','compare':'after','value':1} | /rule/compare",
      "{'never':'O','window':{'whole':'months','ago':1}} | /rule/window/whole",
      "{'never':'O','window':{'ago':{'from':{'n':1,'unit':'days'}}}} | /rule/window/ago/to",
      "{'never':'O','window':{'latest':0}} | /rule/window/latest",
      "{'never':'O','window':{'latest':1,'among':{'any':{}}}} | /rule/window/among/any"})
  void anUnknownMissingOrIllTypedPartIsRefusedWithItsPointer(String rule, String pointer) {
    Problem problem = assertThrows(Problem.class,
        () -> SegmentJson
            .read("{\"version\":1,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}"));
    assertEquals(pointer, problem.message().args().getFirst());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{'name':'x','rule':null} | /version",
      "{'version':3,'name':'x','rule':null} | /version", "{'version':'1','name':'x','rule':null} | /version",
      "{'version':0,'name':'x','rule':null} | /version", "{'version':1,'rule':null} | /name",
      "{'version':1,'name':'x'} | /rule", "{'version':1,'name':'x','rule':null,'a/b~c':1} | /a~1b~0c",
      "{'version':1,'name':'x','rule':null,'asOf':'2011-13-01'} | /asOf",
      "{'version':1,'name':'x','rule':null,'zone':'Mars/Base'} | /zone",
      "{'version':2,'name':'x','rule':null,'limit':{'keep':1,'unit':'customers'}} | /limit/seed",
      "{'version':2,'name':'x','rule':null,'limit':{'keep':1,'unit':'percent','order':'best','seed':''}} |"
          + " /limit/order"})
  void theDocumentItselfIsCheckedAsStrictly(String json, String pointer) {
    Problem problem = assertThrows(Problem.class, () -> SegmentJson.read(json.replace('\'', '"')));
    assertEquals(pointer, problem.message().args().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "{\"version\":1,\"version\":1}", "nope",
      "{\"version\":1,\"name\":\"x\",\"rule\":{\"field\":\"A\",\"op\":\">\",\"value\":NaN}}"})
  void textThatIsNotJsonIsRefused(String text) {
    Message message = assertThrows(Problem.class, () -> SegmentJson.read(text)).message();
    assertTrue(message.key().equals("segment.json.syntax") || text.isEmpty(), message.toString());
  }

  @Test
  void documentsOfVersion1AreReadForEver() throws IOException {
    Segment segment = SegmentJson.read(fixture("segment-v1.json"));
    assertEquals("Every kind of condition", segment.name());
    assertEquals(new Segment.Reference.Fixed(LocalDate.of(2011, 12, 9)), segment.reference());
    assertEquals(ZoneId.of("Europe/Paris"), segment.zone());
    assertEquals(36, SegmentPaths.rows(segment.rule()).size());
    assertEquals(segment, SegmentJson.read(SegmentJson.write(segment)));
  }

  @Test
  void documentsOfVersion2AreReadForEver() throws IOException {
    Segment segment = SegmentJson.read(fixture("segment-v2.json"));
    assertEquals(new Limit(new BigDecimal("10000"), false, FieldRef.named("monetary"), true,
        FieldRef.named("Country"), "A"), segment.limit());
    assertEquals(38, SegmentPaths.rows(segment.rule()).size());
    assertEquals(segment, SegmentJson.read(SegmentJson.write(segment)));
  }

  @Test
  void conditionsStandWithinEachOtherUpToALimitThatIsSaid() {
    Segment deepest = SegmentJson.read(nested(SegmentPaths.DEPTH - 1));
    assertEquals(SegmentPaths.DEPTH, SegmentPaths.rows(deepest.rule()).size());
    assertEquals(deepest, SegmentJson.read(SegmentJson.write(deepest)));
    assertEquals("segment.json.deep", refused(nested(SegmentPaths.DEPTH)).key());
    assertEquals("/rule" + "/not".repeat(SegmentPaths.DEPTH),
        refused(nested(SegmentPaths.DEPTH)).args().getFirst());
    Message beyond = refused(nested(1_000_000));
    assertEquals("segment.json.beyond", beyond.key());
    assertEquals(List.of(SegmentPaths.DEPTH, ConditionReader.CONDITIONS), beyond.args());
  }

  @Test
  void aSegmentHoldsManyConditionsButNotAnyNumber() {
    Segment many = SegmentJson.read(wide(ConditionReader.CONDITIONS - 1));
    assertEquals(ConditionReader.CONDITIONS, SegmentPaths.rows(many.rule()).size());
    assertEquals("segment.json.many", refused(wide(ConditionReader.CONDITIONS)).key());
  }

  private static String nested(int nots) {
    return "{\"version\":2,\"name\":\"x\",\"rule\":" + "{\"not\":".repeat(nots) + "{\"everyone\":true}"
        + "}".repeat(nots) + "}";
  }

  private static String wide(int children) {
    return "{\"version\":2,\"name\":\"x\",\"rule\":{\"any\":[{\"everyone\":true}"
        + ",{\"everyone\":true}".repeat(children - 1) + "]}}";
  }

  private static Message refused(String json) {
    return assertThrows(Problem.class, () -> SegmentJson.read(json)).message();
  }

  @ParameterizedTest
  @CsvSource({"/rule,/rule", "/rule/all/0/share/field,/rule/all/0",
      "/rule/any/12/sequence/0/where,/rule/any/12",
      "/rule/not/than/where/all/1,/rule/not", "/rule/all/1/not/window/among/not,/rule/all/1/not",
      "/rule/all/0/any/3/where/all/0,/rule/all/0/any/3", "/rule/all,/rule", "/name,/name",
      "/limit/by,/limit/by"})
  void everyPathLiesInARow(String path, String row) {
    assertEquals(row, SegmentPaths.rowOf(path));
  }

  @Test
  void rowsComeInDocumentOrderAndAWhereHasNone() {
    Segment segment = SegmentJson.read("""
        {"version":1,"name":"x","rule":{"all":[{"not":{"any":[{"everyone":true},
         {"never":"Orders","where":{"all":[{"everyone":true}]}}]}},{"everyone":true}]}}
        """);
    assertEquals(List.of("/rule", "/rule/all/0", "/rule/all/0/not", "/rule/all/0/not/any/0",
        "/rule/all/0/not/any/1", "/rule/all/1"),
        SegmentPaths.rows(segment.rule()).stream().map(SegmentPaths.Row::path).toList());
    assertEquals("/rule/all/0/not/any/1", SegmentPaths.rowOf("/rule/all/0/not/any/1/where/all/0"));
  }

  private static Segment segment(Condition rule) {
    return new Segment("", rule, new Segment.Reference.Project(), null);
  }

  private static String fixture(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(SegmentJsonTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
