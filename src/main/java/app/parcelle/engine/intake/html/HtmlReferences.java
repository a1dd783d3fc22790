package app.parcelle.engine.intake.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** References to characters, such as the one for é: those of Latin-1, and those for signs that offices use. */
final class HtmlReferences {
  private static final int FIRST = 160;
  private static final List<String> LATIN = List
      .of(("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf"
          + " laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12"
          + " frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute"
          + " Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN"
          + " szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc"
          + " iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
          .split(" "));
  private static final Map<String, String> NAMED = named();

  private HtmlReferences() {}

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>(
        Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "euro", "€", "hellip", "…", "ndash", "–", "mdash", "—"));
    named.putAll(
        Map.of("lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”", "bull", "•", "oelig", "œ", "OElig",
            "Œ", "Yuml", "Ÿ", "minus", "\u2212", "thinsp", "\u2009"));
    for (int i = 0; i < LATIN.size(); i++) {
      named.put(LATIN.get(i), Character.toString(FIRST + i));
    }
    return named;
  }

  /** What a reference stands for; itself where nobody knows. */
  static String resolved(String reference, boolean ended) {
    String plain = "&" + reference + (ended ? ";" : "");
    if (!reference.startsWith("#")) {
      return NAMED.getOrDefault(reference, plain);
    }
    boolean hexadecimal = reference.length() > 1 && Character.toLowerCase(reference.charAt(1)) == 'x';
    String digits = reference.substring(hexadecimal ? 2 : 1);
    if (!digits.matches(hexadecimal ? "[0-9a-fA-F]{1,6}" : "\\d{1,7}")) {
      return plain;
    }
    int point = Integer.parseInt(digits, hexadecimal ? 16 : 10);
    boolean known = point >= ' ' && Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF);
    return known ? Character.toString(point) : plain;
  }
}
