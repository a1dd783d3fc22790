package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Sentence.Emphasis;
import app.parcelle.engine.segment.Sentence.Span;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class SentenceTest {
  private final Texts english = new Texts(Locale.ENGLISH);
  private final Texts french = new Texts(Locale.FRENCH);

  @ParameterizedTest
  @CsvFileSource(resources = "sentences.txt", delimiter = '|', quoteCharacter = '\0')
  void rulesReadAsAMarketerWouldSayThem(String rule, String inEnglish, String inFrench) {
    Segment segment = segment(rule);
    ShopCatalog shop = new ShopCatalog().withEverything();
    assertEquals(inEnglish, Sentence.of(segment, shop, english));
    assertEquals(inFrench, plainSpaces(Sentence.of(segment, shop, french)));
  }

  private static String plainSpaces(String french) {
    return french.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{'keep':10000,'unit':'customers','by':'monetary','per':'Country','seed':'A'} |"
          + " Only the 10,000 with the highest values of total amount are kept within each Country. |"
          + " Seuls les 10 000 aux valeurs les plus hautes pour le montant total sont gardés, par « Country ».",
      "{'keep':2.5,'unit':'percent','by':'First contact','order':'least','seed':'A'} |"
          + " Only the 2.5% with the earliest First contact are kept. |"
          + " Seuls les 2,5 % aux dates les plus anciennes pour « First contact » sont gardés.",
      "{'keep':3000,'unit':'customers','seed':'A'} | Only 3,000, drawn at random, are kept. |"
          + " Seuls 3 000, tirés au hasard, sont gardés."})
  void aLimitIsASentenceOfItsOwn(String limit, String inEnglish, String inFrench) {
    Segment segment = SegmentJson.read(
        "{'version':2,'name':'x','asOf':'2011-12-09','rule':{'everyone':true},'limit':%s}".formatted(limit)
            .replace('\'', '"'));
    assertEquals("All customers. " + inEnglish + " As of December 9, 2011.",
        Sentence.of(segment, new ShopCatalog(), english));
    assertEquals("Tous les clients. " + inFrench + " Situation au 9 décembre 2011.",
        plainSpaces(Sentence.of(segment, new ShopCatalog(), french)));
  }

  @Test
  void aSecondTableOfTheSameKindPutsTheNamesIn() {
    ShopCatalog shop = new ShopCatalog().addEvents("t4", "Commandes", Role.ORDER_KEY);
    assertEquals("Customers who placed at least 1 “Orders” order.",
        Sentence.of(segment("{'events':'Orders','measure':'count','op':'>=','value':1}"), shop, english));
  }

  @Test
  void tablesOfAnyNameReadRight() {
    ShopCatalog shop = new ShopCatalog().addEvents("t4", "online_retail", Role.ORDER_KEY)
        .addEvents("t5", "Visites", Role.NONE)
        .addEvents("t6", "Achats", Role.NONE);
    assertEquals("Clients qui n’ont passé aucune commande « online_retail ».".replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»"), Sentence.of(segment("{'never':'online_retail'}"), shop, french));
    assertEquals("Clients qui ont fait au moins 1 visite.",
        Sentence.of(segment("{'events':'Visites','measure':'count','op':'>=','value':1}"), shop, french));
    assertEquals("Clients dont le dernier achat date d’il y a plus de 30 jours.", Sentence.of(
        segment("{'events':'Achats','measure':'daysSinceLast','op':'>','value':30}"), shop, french));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{'field':'average basket','op':'>','value':1} | Panier moyen",
      "{'field':'Zodiac','op':'is yes'} | Zodiac", "{'never':'t2'} | Orders",
      "{'sequence':[{'events':'E-mails'},{'events':'Orders'},{'no':'Gone'}]} | E-mails → Orders → Gone",
      "{'events':'Orders','measure':'count','op':'>','than':{'events':'E-mails','measure':'count'}} |"
          + " Orders / E-mails",
      "{'segment':'vip','op':'in'} | VIP", "{'consent':'granted','of':'consents'} | Consents",
      "{'cluster':'k1','in':[1]} | RFM", "{'band':'recency','of':4,'in':[1]} | Récence (jours)",
      "{'sample':{'from':0,'to':1,'seed':''}} | Échantillon aléatoire", "{'any':[]} | Bloc"})
  void aRowHasAShortTitle(String rule, String title) {
    Condition condition = Objects.requireNonNull(segment(rule).rule());
    assertEquals(title, Sentence.title(condition, new ShopCatalog().withEverything(), french));
  }

  @Test
  void emphasisMarksWhatIsAskedAndWhatIsExcluded() {
    Segment segment = segment("{'all':[{'events':'Orders','measure':'count','op':'>=','value':2,"
        + "'window':{'last':365,'unit':'days'}},{'not':{'field':'Age','op':'<','value':18}}]}");
    assertEquals(List.of(new Span("Customers who placed ", Emphasis.PLAIN),
        new Span("at least 2 orders", Emphasis.STRONG), new Span(" in the last 365 days — ", Emphasis.PLAIN),
        new Span("except", Emphasis.EXCLUSION), new Span(" those whose ", Emphasis.PLAIN),
        new Span("Age is less than 18", Emphasis.STRONG), new Span(".", Emphasis.PLAIN)),
        Sentence.spans(segment, new ShopCatalog(), english));
  }

  @Test
  void namesOfTheProgramAreTranslatedAndThoseOfColumnsStay() {
    FieldNames names = new FieldNames(new ShopCatalog(), french);
    assertEquals(List.of("Client", "Country", "Age", "Newsletter", "Birthday", "First contact",
        "Récence (jours)", "Fréquence", "Montant total", "Panier moyen", "Ancienneté (jours)",
        "Product (dernière valeur)", "RFM"), new ShopCatalog().fields().stream().map(names::title).toList());
  }

  @Test
  void aLongListNamesItsFirstValuesAndHowManyOthersThereAre() {
    String values = IntStream.rangeClosed(1, 2_000)
        .mapToObj(i -> "'C" + i + "'")
        .collect(Collectors.joining(","));
    String said = Sentence.of(segment("{'field':'Country','op':'is one of','values':[" + values + "]}"),
        new ShopCatalog(), english);
    assertTrue(said.endsWith("“C4”, “C5” or 1,995 other values."), said);
    String twelve = IntStream.rangeClosed(1, 12)
        .mapToObj(i -> "'C" + i + "'")
        .collect(Collectors.joining(","));
    assertTrue(Sentence.of(segment("{'field':'Country','op':'is none of','values':[" + twelve + "]}"),
        new ShopCatalog(), english).contains("“C11” nor “C12”"));
  }

  @Test
  void aSecondTableOfEventsSaysWhoseTraitItIs() {
    ShopCatalog shop = new ShopCatalog().addEvents("t4", "Visits", Role.NONE);
    shop.fields()
        .add(new Field.OfTrait("t4:recency", "recency (Visits)", ColumnType.WHOLE, 0, "t4",
            Trait.RECENCY));
    assertEquals("Récence (Visits, jours)",
        new FieldNames(shop, french).title(shop.fields().getLast()));
    assertEquals("Customers whose recency (Visits) is at most 1 day.",
        Sentence.of(segment("{'field':'recency (Visits)','op':'<=','value':1}"), shop, english));
  }

  @Provide
  Arbitrary<Segment> segments() {
    return AnySegment.segments();
  }

  @Property(tries = 300)
  void everyRuleHasASentenceInBothLanguages(@ForAll("segments") Segment segment) {
    for (Texts texts : List.of(english, french)) {
      String sentence = Sentence.of(segment, new ShopCatalog(), texts);
      assertEquals(sentence, Sentence.spans(segment, new ShopCatalog(), texts)
          .stream()
          .map(Span::text)
          .collect(Collectors.joining()));
      assertFalse(sentence.chars().anyMatch(c -> c < ' '), sentence);
      SegmentPaths.rows(segment.rule())
          .forEach(row -> Sentence.title(row.condition(), new ShopCatalog(), texts));
    }
  }

  private static Segment segment(String rule) {
    return SegmentJson.read("{\"version\":2,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}");
  }
}
