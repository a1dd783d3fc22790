package app.parcelle.engine.intake.html;

import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a web page apart into tags and the text between them, from left to right, whatever is wrong with it. Comments,
 * declarations, scripts and styles are left out; references to characters are resolved.
 *
 * <p>After HTML, Living Standard, section 13.2.5, as far as tables need it. Used by one thread.
 */
final class HtmlScanner implements Closeable {
  enum Event {
    TEXT, OPEN, CLOSE, END
  }

  private static final Set<String> HIDDEN = Set.of("script", "style", "title", "noscript", "template");
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_VALUE = 1_000;
  /** No text is longer that comes in one piece. */
  private static final int PIECE = 1 << 13;

  private final PushbackReader in;
  final StringBuilder text = new StringBuilder();
  String name = "";
  int columns;
  int rows;

  HtmlScanner(Reader in) {
    this.in = new PushbackReader(in, 4);
  }

  /** Goes to the next tag or piece of text. */
  Event next() throws IOException {
    while (true) {
      int c = in.read();
      if (c < 0) {
        return Event.END;
      }
      if (c != '<') {
        in.unread(c);
        return text();
      }
      int behind = in.read();
      if (behind == '!' || behind == '?') {
        skipDeclaration();
      } else if (behind == '/' || isLetter(behind)) {
        boolean opens = behind != '/';
        if (opens) {
          in.unread(behind);
        }
        tag();
        if (opens && HIDDEN.contains(name)) {
          skipTo("</" + name);
          skipTo(">");
        } else {
          return opens ? Event.OPEN : Event.CLOSE;
        }
      } else {
        if (behind >= 0) {
          in.unread(behind);
        }
        text.setLength(0);
        text.append('<');
        return Event.TEXT;
      }
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private Event text() throws IOException {
    text.setLength(0);
    int c = in.read();
    while (c >= 0 && c != '<' && text.length() < PIECE) {
      if (c == '&') {
        reference();
      } else {
        text.append((char) c);
      }
      c = in.read();
    }
    if (c >= 0) {
      in.unread(c);
    }
    return Event.TEXT;
  }

  private void reference() throws IOException {
    StringBuilder named = new StringBuilder();
    int c = in.read();
    while (named.length() < 10 && (c == '#' || Character.isLetterOrDigit(c))) {
      named.append((char) c);
      c = in.read();
    }
    if (c != ';' && c >= 0) {
      in.unread(c);
    }
    text.append(HtmlReferences.resolved(named.toString(), c == ';'));
  }

  private void skipDeclaration() throws IOException {
    int c = in.read();
    if (c == '-') {
      c = in.read();
      if (c == '-') {
        skipTo("-->");
        return;
      }
    }
    while (c >= 0 && c != '>') {
      c = in.read();
    }
  }

  /** Skips up to a text in lower case and behind it, or to the end. */
  private void skipTo(String wanted) throws IOException {
    int found = 0;
    while (found < wanted.length()) {
      int c = in.read();
      if (c < 0) {
        return;
      }
      char lower = Character.toLowerCase((char) c);
      found = lower == wanted.charAt(found)
          ? found + 1
          : lower == '-' && found == 2 ? 2 : lower == wanted.charAt(0) ? 1 : 0;
    }
  }

  /** Reads the name of a tag and, of its attributes, how many columns and rows it spans. */
  private void tag() throws IOException {
    columns = 1;
    rows = 1;
    StringBuilder word = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '>' && c != '/' && !Character.isWhitespace(c)) {
      append(word, c, LONGEST_NAME);
      c = in.read();
    }
    name = word.toString().toLowerCase(Locale.ROOT);
    while (c >= 0 && c != '>') {
      word.setLength(0);
      while (c >= 0 && c != '>' && c != '=' && c != '/' && !Character.isWhitespace(c)) {
        append(word, c, LONGEST_NAME);
        c = in.read();
      }
      if (c == '=') {
        c = value(word.toString().toLowerCase(Locale.ROOT));
      } else if (c >= 0 && c != '>') {
        c = in.read();
      }
    }
  }

  /** Reads the value of an attribute; gives the sign behind it. */
  private int value(String attribute) throws IOException {
    int c = in.read();
    while (c >= 0 && Character.isWhitespace(c)) {
      c = in.read();
    }
    StringBuilder value = new StringBuilder();
    if (c == '"' || c == '\'') {
      int quote = c;
      c = in.read();
      while (c >= 0 && c != quote) {
        append(value, c, LONGEST_VALUE);
        c = in.read();
      }
      c = c < 0 ? c : in.read();
    } else {
      while (c >= 0 && c != '>' && !Character.isWhitespace(c)) {
        append(value, c, LONGEST_VALUE);
        c = in.read();
      }
    }
    if (attribute.equals("colspan")) {
      columns = span(value.toString());
    } else if (attribute.equals("rowspan")) {
      rows = span(value.toString());
    }
    return c;
  }

  private static void append(StringBuilder to, int c, int longest) {
    if (to.length() < longest) {
      to.append((char) c);
    }
  }

  /** As browsers understand it: between 1 and 1000, and 1 where it is no number. */
  private static int span(String value) {
    String digits = value.strip();
    return digits.matches("\\d{1,9}") ? Math.clamp(Integer.parseInt(digits), 1, 1_000) : 1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
