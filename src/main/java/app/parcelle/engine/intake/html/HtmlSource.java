package app.parcelle.engine.intake.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentSource;
import app.parcelle.engine.intake.JobStream;
import app.parcelle.engine.intake.RecordsReading;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The table that a program has written as a web page, as many do that offer an export "for Excel". A page with other text than
 * its table is a page to be read, and refused: nobody could say which of it is data.
 */
public final class HtmlSource implements ContentSource {
  private static final int HEAD = 1 << 16;
  private static final Pattern META = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([-\\w]+)");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Content content;
  private final Charset encoding;
  private final int mark;
  private final int table;

  private HtmlSource(Content content, Charset encoding, int mark, int table) {
    this.content = content;
    this.encoding = encoding;
    this.mark = mark;
    this.table = table;
  }

  /**
   * Goes through all of the page to find its table.
   *
   * @throws Problem when it is a page, and no table
   */
  public static TextSource of(Content content, TextOptions said, JobContext job) throws IOException {
    byte[] head;
    try (Reading reading = content.open()) {
      head = reading.text().readNBytes(HEAD);
    }
    int mark = marked(head);
    Charset encoding = said.encoding() == null ? encoding(head, mark) : said.encoding();
    Reading reading = content.open();
    InputStream bytes = new JobStream(reading, content.bytes(), Message.of("intake.looking", content.name()),
        job);
    try (reading; HtmlScanner scanner = scanner(bytes, encoding, mark)) {
      int table = HtmlTables.survey(scanner).exported();
      if (table < 0) {
        throw new Problem(Message.of("intake.html", content.name()));
      }
      return new HtmlSource(content, encoding, mark, table);
    }
  }

  private static HtmlScanner scanner(InputStream bytes, Charset encoding, int mark) throws IOException {
    bytes.skipNBytes(mark);
    return new HtmlScanner(new BufferedReader(new InputStreamReader(bytes, encoding), 1 << 15));
  }

  private static int marked(byte[] head) {
    boolean utf8 = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
    return utf8 ? 3 : 0;
  }

  /** As the page says; else UTF-8 where its beginning is, and windows-1252 as browsers assume. */
  private static Charset encoding(byte[] head, int mark) {
    Matcher meta = META.matcher(new String(head, ISO_8859_1));
    if (mark > 0) {
      return UTF_8;
    }
    boolean wide = head.length > 1 && (head[0] & head[1] & 0xFF) == 0xFE && head[0] != head[1];
    if (wide) {
      return UTF_16;
    }
    if (meta.find() && Charset.isSupported(meta.group(1))) {
      Charset told = Charset.forName(meta.group(1));
      // what browsers read instead
      return told.equals(ISO_8859_1) ? WINDOWS : told;
    }
    return isUtf8(head) ? UTF_8 : WINDOWS;
  }

  private static boolean isUtf8(byte[] head) {
    // a character may be cut off at the end
    for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
        return true;
      } catch (CharacterCodingException notThere) {
        // with one byte less, perhaps
      }
    }
    return false;
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public boolean isRecords() {
    return true;
  }

  @Override
  public @Nullable Boolean header() {
    return null;
  }

  @Override
  public Reading open() throws IOException {
    Reading bytes = content.open();
    return new RecordsReading(new HtmlRecords(scanner(bytes.text(), encoding, mark), table), bytes::taken);
  }
}
