package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.intake.json.JsonText;

/** What bytes are, as their beginning shows. */
enum Kind {
  /** Nothing at all. */
  EMPTY,
  /** No text, and nothing that is known. */
  BINARY,
  /** Words for people, such as PDF. */
  DOCUMENT,
  /** Packed by a program whose files are not unpacked here. */
  PACKED,
  /** XML that is no table that is known. */
  XML,
  /** A spreadsheet of OpenDocument in one file of XML. */
  FLAT_SHEETS, GZIP, ZIP, OLE2, HTML, JSON, TEXT;

  private static final int HEAD = 1 << 16;
  private static final int MARKUP = 1 << 12;
  private static final int TAR_AT = 257;

  private static final byte[] GZIP_BEGIN = HexFormat.of().parseHex("1f8b");
  private static final List<byte[]> ZIP_BEGINS = begins("504b0304", "504b0506", "504b3030504b0304");
  private static final byte[] OLE2_BEGIN = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  /** 7z, rar, xz, zstd, bzip2. */
  private static final List<byte[]> PACKED_BEGINS = begins("377abcaf271c", "526172211a07", "fd377a585a00",
      "28b52ffd", "425a6839314159265359");
  private static final List<String> DOCUMENT_BEGINS = List.of("%PDF-", "{\\rtf", "%!PS");
  private static final Pattern HTML_BEGIN = Pattern.compile("(?s)(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*"
      + "<(!doctype\\s+html|html|head|body|table|thead|tbody|tr|meta|link|title|style|script|div|center|font|p|br|h[1-6])"
      + "[\\s/>].*");

  private static List<byte[]> begins(String... hexadecimal) {
    return Arrays.stream(hexadecimal).map(HexFormat.of()::parseHex).toList();
  }

  /** Looks at the first bytes. */
  static Kind of(Content content) throws IOException {
    try (Reading reading = content.open()) {
      return of(reading.text().readNBytes(HEAD));
    }
  }

  static Kind of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    if (begins(head, GZIP_BEGIN)) {
      return GZIP;
    }
    if (ZIP_BEGINS.stream().anyMatch(begin -> begins(head, begin))) {
      return ZIP;
    }
    if (begins(head, OLE2_BEGIN)) {
      return OLE2;
    }
    boolean tar = head.length > TAR_AT + 5 && new String(head, TAR_AT, 5, ISO_8859_1).equals("ustar");
    if (tar || PACKED_BEGINS.stream().anyMatch(begin -> begins(head, begin))) {
      return PACKED;
    }
    return ofText(head);
  }

  private static Kind ofText(byte[] head) {
    String text = text(head);
    if (text.indexOf('\0') >= 0) {
      return BINARY;
    }
    String begin = text.stripLeading();
    if (DOCUMENT_BEGINS.stream().anyMatch(begin::startsWith)) {
      return DOCUMENT;
    }
    if (begin.startsWith("<")) {
      return ofMarkup(begin.substring(0, Math.min(MARKUP, begin.length())).toLowerCase(Locale.ROOT));
    }
    return JsonText.isJson(begin, head.length == HEAD) ? JSON : TEXT;
  }

  private static Kind ofMarkup(String begin) {
    if (HTML_BEGIN.matcher(begin).matches()) {
      return HTML;
    }
    if (begin.contains("office:document") && begin.contains("opendocument.spreadsheet")) {
      return FLAT_SHEETS;
    }
    return begin.startsWith("<?xml") || begin.contains("xmlns") ? XML : TEXT;
  }

  /** The beginning as characters; only those of ASCII are what they are in every encoding. */
  private static String text(byte[] head) {
    int lead = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
    if (lead == 0xFFFE || lead == 0xFEFF) {
      return new String(head, 2, head.length - 2, lead == 0xFFFE ? UTF_16LE : UTF_16BE);
    }
    if (lead != 0 && (lead & 0xFF) == 0) {
      return new String(head, UTF_16LE);
    }
    if (lead != 0 && lead >>> 8 == 0) {
      return new String(head, UTF_16BE);
    }
    int from = begins(head, HexFormat.of().parseHex("efbbbf")) ? 3 : 0;
    return new String(head, from, head.length - from, ISO_8859_1);
  }

  private static boolean begins(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }

  /** Whether a table may be found in it. */
  boolean mayHoldTable() {
    return switch (this) {
      case EMPTY, BINARY, DOCUMENT, PACKED, XML -> false;
      case FLAT_SHEETS, GZIP, ZIP, OLE2, HTML, JSON, TEXT -> true;
    };
  }
}
