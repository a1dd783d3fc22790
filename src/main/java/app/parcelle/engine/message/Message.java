package app.parcelle.engine.message;

import java.util.List;

/**
 * Something the engine has to say to a person: a text key and its arguments. It is put into words by {@link Texts}
 * at the edge (window, command line, workbook), so that the engine knows no language.
 *
 * @param key the key, whose part before the first dot names the bundle that holds it
 * @param args numbers, dates, texts or other messages, in the order of the text's placeholders
 */
public record Message(String key, List<Object> args) {
  public Message {
    args = List.copyOf(args);
  }

  public static Message of(String key, Object... args) {
    return new Message(key, List.of(args));
  }
}
