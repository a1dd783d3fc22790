package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Texts;

class ExpressionTest {
  private final Texts french = new Texts(Locale.FRENCH);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"(a+ | les parenthèses ne vont pas par deux",
      "a)b | les parenthèses ne vont pas par deux", "[a | il manque un ] fermant",
      "(a)\\1 | «\u202f\\1\u202f» n’est pas connu", "[z-a] | l’intervalle «\u202fz-a\u202f» n’a pas de sens",
      "*a | «\u202f*\u202f» ne répète rien", "a** | «\u202f**\u202f» ne répète rien",
      "(?=a)b | «\u202f(?=\u202f» n’existe pas ici",
      "a\\ | il manque quelque chose après la dernière barre oblique inverse"})
  void aFaultyExpressionIsExplainedInTheLanguageOfItsReader(String expression, String why) {
    String said = Expression.fault(expression).map(french::text).orElse("");
    assertTrue(said.endsWith(": " + why + "."), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "^é+$", "[a-z]{2,5}", "a|b", ""})
  void anExpressionThatCanBeReadHasNoFault(String expression) {
    assertEquals(java.util.Optional.empty(), Expression.fault(expression));
  }
}
