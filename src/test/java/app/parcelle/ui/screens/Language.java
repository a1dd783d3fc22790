package app.parcelle.ui.screens;

import java.util.Locale;
import java.util.function.UnaryOperator;

import app.parcelle.engine.message.Texts;

/** A language to try the screens in. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing that changes
enum Language {
  ENGLISH("en", Locale.UK, UnaryOperator.identity()), FRENCH("fr", Locale.FRANCE, UnaryOperator.identity()),
  /** English made 40 % longer, between brackets: a bracket that is not seen is a text that is cut. */
  PSEUDO("pseudo", Locale.UK, Language::longer);

  private static final String FILLING = "yé àdê ïo ";

  private final String id;
  private final Locale locale;
  private final UnaryOperator<String> finish;

  Language(String id, Locale locale, UnaryOperator<String> finish) {
    this.id = id;
    this.locale = locale;
    this.finish = finish;
  }

  String id() {
    return id;
  }

  Locale locale() {
    return locale;
  }

  Texts texts() {
    return new Texts(locale, finish);
  }

  /** Figures and signs stay; a text with letters becomes longer by two fifths. */
  private static String longer(String text) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return text;
    }
    int more = Math.max(1, (int) Math.ceil(text.length() * 0.4) - 2);
    return "[" + text + FILLING.repeat(more / FILLING.length() + 1).substring(0, more) + "]";
  }
}
