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
      "{'cluster':'K','in':[0]} | /rule/in/0"})
  void anUnknownMissingOrIllTypedPartIsRefusedWithItsPointer(String rule, String pointer) {
    Problem problem = assertThrows(Problem.class,
        () -> SegmentJson
            .read("{\"version\":1,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}"));
    assertEquals(pointer, problem.message().args().getFirst());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{'name':'x','rule':null} | /version",
      "{'version':2,'name':'x','rule':null} | /version", "{'version':'1','name':'x','rule':null} | /version",
      "{'version':0,'name':'x','rule':null} | /version", "{'version':1,'rule':null} | /name",
      "{'version':1,'name':'x'} | /rule", "{'version':1,'name':'x','rule':null,'a/b~c':1} | /a~1b~0c",
      "{'version':1,'name':'x','rule':null,'asOf':'2011-13-01'} | /asOf",
      "{'version':1,'name':'x','rule':null,'zone':'Mars/Base'} | /zone"})
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
