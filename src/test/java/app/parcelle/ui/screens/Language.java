package app.parcelle.ui.screens;

import java.util.Locale;

import app.parcelle.engine.message.Texts;

/** A language to try the screens in. */
enum Language {
  ENGLISH("en", Locale.UK), FRENCH("fr", Locale.FRANCE),
  /** English made 40 % longer, between brackets: a bracket that is not seen is a text that is cut. */
  PSEUDO("pseudo", Locale.UK);

  private static final String FILLING = "yé àdê ïo ";

  private final String id;
  private final Locale locale;

  Language(String id, Locale locale) {
    this.id = id;
    this.locale = locale;
  }

  String id() {
    return id;
  }

  Locale locale() {
    return locale;
  }

  Texts texts() {
    return this == PSEUDO ? new Texts(locale, Language::longer) : new Texts(locale);
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
