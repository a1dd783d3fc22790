package app.parcelle.engine.intake.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.TextSource.Reading;

/** Finds the encoding of a web page: by its mark, by what it says of itself, else UTF-8 where its beginning obeys it. */
final class HtmlEncoding {
  private static final int HEAD = 1 << 16;
  private static final Pattern SAID = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private HtmlEncoding() {}

  static Charset of(Content page) throws IOException {
    byte[] head;
    try (Reading reading = page.open()) {
      head = reading.text().readNBytes(HEAD);
    }
    int lead = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
    if (lead == 0xFFFE || lead == 0xFEFF) {
      return StandardCharsets.UTF_16;
    }
    Matcher said = SAID.matcher(new String(head, ISO_8859_1));
    if (said.find() && isKnown(said.group(1))) {
      Charset charset = Charset.forName(said.group(1));
      // browsers read both as this one, and so do those who write them
      return charset.equals(ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII) ? WINDOWS_1252 : charset;
    }
    // the last character may be cut
    CharBuffer characters = CharBuffer.allocate(head.length);
    boolean correct = !UTF_8.newDecoder().decode(ByteBuffer.wrap(head), characters, false).isError();
    return correct ? UTF_8 : WINDOWS_1252;
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name) && !name.toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16");
    } catch (IllegalArgumentException noName) {
      return false;
    }
  }
}
