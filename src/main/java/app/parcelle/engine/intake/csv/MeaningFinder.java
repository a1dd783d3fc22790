package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;

/**
 * Finds what the texts of a sample's column stand for. The values have to fit; where other things are written in the same way,
 * such as five digits, the name of the column has to agree. A name alone is no evidence.
 */
final class MeaningFinder {
  private static final Set<String> PHONE = Set.of("phone", "tel", "telephone", "mobile", "portable", "fax",
      "gsm",
      "cell", "cellphone", "whatsapp", "sms", "telephones", "phones");
  private static final Set<String> POSTAL = Set.of("cp", "zip", "zipcode", "postal", "postcode", "codepostal",
      "plz",
      "postale");
  private static final Set<String> COUNTRY = Set.of("country", "pays", "nation", "nationality", "nationalite",
      "countrycode", "paysfacturation");
  private static final Set<String> LATITUDE = Set.of("lat", "latitude");
  private static final Set<String> LONGITUDE = Set.of("lon", "lng", "long", "longitude");

  /** So many different texts are looked at before all are. */
  private static final int PROBE = 64;
  private static final double PROBABLE = 0.7;

  /** A meaning, and whether a text that is a cell fits it. */
  private record Candidate(Meaning meaning, Predicate<byte[]> fits) {}

  private MeaningFinder() {}

  static Meaning find(ColumnSample s) {
    if (s.fits(s.point.fits()) && s.words.hasAny(LATITUDE) && isDegrees(s.point, 90)) {
      return Meaning.of(Kind.LATITUDE);
    }
    if (s.fits(s.point.fits()) && s.words.hasAny(LONGITUDE) && isDegrees(s.point, 180)) {
      return Meaning.of(Kind.LONGITUDE);
    }
    for (Candidate candidate : candidates(s)) {
      if (probably(s, candidate) && s.fits(fitting(s, candidate, s.distinct()))) {
        return candidate.meaning();
      }
    }
    return s.fits(s.point.fits()) || s.fits(s.comma.fits()) ? Meaning.NONE : ListFinder.find(s);
  }

  private static boolean isDegrees(NumberSample numbers, int most) {
    return numbers.fractions() > 0 && numbers.scale() >= 2 && numbers.largest() <= most;
  }

  private static List<Candidate> candidates(ColumnSample s) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(tested(Kind.EMAIL));
    candidates.add(s.words.hasAny(PHONE) ? tested(Kind.PHONE) : sure(Kind.PHONE, MeaningTest::surelyPhone));
    candidates.add(s.words.hasAny(POSTAL)
        ? tested(Kind.POSTAL_CODE)
        : sure(Kind.POSTAL_CODE, MeaningTest::surelyPostalCode));
    boolean named = s.words.hasAny(COUNTRY);
    if (named || s.distinct() > 1) {
      candidates.add(named ? tested(Kind.COUNTRY) : sure(Kind.COUNTRY, Countries::isName));
    }
    candidates.add(tested(Kind.COORDINATES));
    return candidates;
  }

  private static Candidate tested(Kind kind) {
    Meaning meaning = Meaning.of(kind);
    return new Candidate(meaning, text -> MeaningTest.fits(meaning, text, 0, text.length));
  }

  private static Candidate sure(Kind kind, Predicate<String> fits) {
    return new Candidate(Meaning.of(kind), text -> fits.test(new String(text, UTF_8)));
  }

  /** Whether no more than a few of the first different texts are something else. */
  private static boolean probably(ColumnSample s, Candidate candidate) {
    int probed = Math.min(PROBE, s.distinct());
    int cells = 0;
    for (int i = 0; i < probed; i++) {
      cells += s.weight(i);
    }
    double odd = 0;
    for (int i = 0; i < probed && odd <= (1 - PROBABLE) * cells; i++) {
      odd += candidate.fits().test(s.text(i)) ? 0 : s.weight(i);
    }
    return odd <= (1 - PROBABLE) * cells;
  }

  /** How many cells fit, of those that hold one of the first different texts. */
  private static int fitting(ColumnSample s, Candidate candidate, int texts) {
    int fitting = 0;
    for (int i = 0; i < texts; i++) {
      fitting += candidate.fits().test(s.text(i)) ? s.weight(i) : 0;
    }
    return fitting;
  }
}
