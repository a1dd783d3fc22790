package app.parcelle.engine.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Puts messages into words in one language. Each feature has its own pair of files,
 * {@code /app/parcelle/i18n/<feature>.properties} (English) and {@code <feature>_fr.properties}, and every key starts
 * with the name of its feature. Texts follow {@link MessageFormat}: an apostrophe is written twice.
 */
public final class Texts {
  private static final String FOLDER = "app.parcelle.i18n.";

  private final Locale locale;
  private final UnaryOperator<String> finish;
  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

  public Texts(Locale locale) {
    this(locale, UnaryOperator.identity());
  }

  /** @param finish what is done to every text before it is shown, such as making it longer to try out a layout */
  public Texts(Locale locale, UnaryOperator<String> finish) {
    this.locale = locale;
    this.finish = finish;
  }

  public Locale locale() {
    return locale;
  }

  public boolean french() {
    return locale.getLanguage().equals("fr");
  }

  public String text(Message message) {
    return text(message.key(), message.args().toArray());
  }

  /** The text of a key, with its arguments formatted for this language; a message among them is put into words first. */
  public String text(String key, Object... args) {
    return finish.apply(plain(key, args));
  }

  private String plain(String key, Object... args) {
    Object[] said = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      said[i] = args[i] instanceof Message inner ? plain(inner.key(), inner.args().toArray()) : args[i];
    }
    return new MessageFormat(pattern(key), locale).format(said);
  }

  private String pattern(String key) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      throw new MissingResourceException("a text key needs a feature before its first dot", FOLDER, key);
    }
    return bundles.computeIfAbsent(key.substring(0, dot), this::bundle).getString(key);
  }

  private ResourceBundle bundle(String feature) {
    return ResourceBundle.getBundle(FOLDER + feature, french() ? Locale.FRENCH : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
