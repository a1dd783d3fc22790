package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The scanner beside the parser of the JDK, on random documents, however few bytes it gets at once. */
class XmlScannerTest {
  private static final byte[] ATTRIBUTE = XmlScanner.ascii("k");

  @Property(tries = 500)
  void tagsAttributesAndTextsAreThoseOfTheJdk(@ForAll("documents") String document,
      @ForAll @IntRange(min = 1, max = 9) int bytes)
      throws Exception {
    assertEquals(expected(document), scanned(document.getBytes(UTF_8), bytes));
  }

  @Test
  void documentsInOtherEncodingsAreRead() throws IOException {
    String document = "<a k=\"é\">è€</a>";
    List<String> expected = List.of("open k=é", "è€", "close");
    assertEquals(expected, scanned(document.getBytes(UTF_8), 100));
    assertEquals(expected, scanned(("\uFEFF" + document).getBytes(UTF_8), 100));
    assertEquals(expected, scanned(document.getBytes(StandardCharsets.UTF_16), 100));
    assertEquals(expected, scanned(document.getBytes(StandardCharsets.UTF_16LE), 100));
    assertEquals(expected, scanned(document.getBytes(StandardCharsets.UTF_16BE), 100));
    assertEquals(expected, scanned(("<?xml version='1.0' encoding='windows-1252'?>" + document)
        .getBytes(Charset.forName("windows-1252")), 100));
  }

  private static List<String> scanned(byte[] document, int bytes) throws IOException {
    List<String> seen = new ArrayList<>();
    Bytes text = new Bytes();
    try (XmlScanner xml = new XmlScanner(few(document, bytes))) {
      int tag;
      while ((tag = xml.next()) != XmlScanner.END) {
        String value = tag == XmlScanner.OPEN ? xml.value(ATTRIBUTE) : null;
        seen.add(tag == XmlScanner.CLOSE ? "close" : value == null ? "open" : "open k=" + value);
        if (tag == XmlScanner.OPEN) {
          text.clear();
          xml.text(text);
          add(seen, text.text(0));
        }
      }
    }
    return seen;
  }

  private static InputStream few(byte[] document, int bytes) {
    return new FilterInputStream(new ByteArrayInputStream(document)) {
      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        return super.read(to, offset, Math.min(length, bytes));
      }
    };
  }

  /** Of the texts only those before the first tag in an element are compared; no other is ever asked for. */
  private static List<String> expected(String document) throws XMLStreamException {
    List<String> seen = new ArrayList<>();
    XMLStreamReader xml = XMLInputFactory.newDefaultFactory()
        .createXMLStreamReader(new StringReader(document));
    StringBuilder text = null;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          add(seen, text == null ? "" : text.toString());
          String value = xml.getAttributeValue(null, "k");
          seen.add(value == null ? "open" : "open k=" + value);
          text = new StringBuilder();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          add(seen, text == null ? "" : text.toString());
          seen.add("close");
          text = null;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text != null) {
            text.append(xml.getText());
          }
        }
        default -> {
          // comments and instructions
        }
      }
    }
    return seen;
  }

  private static void add(List<String> seen, String text) {
    if (!text.isEmpty()) {
      seen.add(text);
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return elements(3).map(element -> "<?xml version=\"1.0\"?>\n<!-- <a> -->" + element);
  }

  private static Arbitrary<String> elements(int depth) {
    Arbitrary<String> texts = Arbitraries.of("", "a", "é😀", "&amp;&lt;", "&#65;", "&#x20AC;", " \n ",
        "<![CDATA[<b>&]] >]]>",
        "<!-- </a> -->", "<?x y?>", "longer text with words", "&quot;'\"&apos;", "]", "\r\n", "a\rb");
    Arbitrary<String> content = texts.list().ofMaxSize(4).map(list -> String.join("", list));
    Arbitrary<String> inner = depth == 0
        ? content
        : net.jqwik.api.Combinators
            .combine(content, Arbitraries.lazy(() -> elements(depth - 1)).list().ofMaxSize(3), content)
            .as((before, elements, after) -> before + String.join("", elements) + after);
    Arbitrary<String> attributes = Arbitraries.of("", " k='v'", " k=\"a&gt;'b>\" other = 'x/>'",
        " j='1' k=''", "\n k\n=\n'&#233;'");
    return net.jqwik.api.Combinators.combine(Arbitraries.of("a", "bc", "long-name"), attributes, inner)
        .as((name, attribute, text) -> text.isEmpty()
            ? "<" + name + attribute + "/>"
            : "<" + name + attribute + ">" + text + "</" + name + ">");
  }
}
