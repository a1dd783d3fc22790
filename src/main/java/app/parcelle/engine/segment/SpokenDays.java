package app.parcelle.engine.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.parcelle.engine.table.Folding;

/**
 * Days as a person writes them, in French or English whatever the language of the screen: "82 derniers jours", "last 3 months",
 * "depuis le 1er janvier 2024", "mois dernier", "entre le 3 mars et le 8 avril 2024". What the sentence of a rule says is
 * understood too.
 */
public final class SpokenDays {
  private static final String N = "(\\d{1,4}|[a-z]+)";
  private static final String UNIT = "(jours?|j|semaines?|mois|ans?|annees?|days?|weeks?|months?|years?)";
  private static final String WHOLE_UNIT = "(jour|semaine|mois|trimestre|an|annee|day|week|month|quarter|year)";

  private static final Pattern LEAD = Pattern
      .compile(
          "^(?:est |se situe |tombe |is |falls |lies )?(?:(?:dans |au cours de |in |within |during |over )(?=.*\\b"
              + "(?:derni|proch|last|next|past|coming)))?");
  private static final Pattern TODAY = Pattern
      .compile(
          "[ ,(]*(?:et |and )?(?:y compris |including |with |avec )?(?:aujourd hui|today)(?: compris| inclus| included)?[ )]*$");

  private static final List<Pattern> LAST = patterns(
      "(?:les |des |ces |the |)" + N + " (?:derniers|dernieres|dernier|derniere) " + UNIT,
      "(?:les |des |ces |the |)(?:derniers|dernieres|last|past|previous) " + N + " " + UNIT,
      "depuis " + N + " " + UNIT, "for " + N + " " + UNIT, N + " " + UNIT);
  private static final List<Pattern> ONE_LAST = patterns(
      "(?:le |la |l |the )(?:dernier|derniere|last) " + UNIT);
  private static final List<Pattern> NEXT = patterns(
      "(?:les |the |)" + N + " (?:prochains|prochaines) " + UNIT,
      "(?:les |the |)(?:prochains|prochaines|next|coming) " + N + " " + UNIT, N + " " + UNIT + " a venir");
  private static final List<Pattern> ONE_NEXT = patterns(
      "(?:le |la |l |the )(?:prochain|prochaine|next) " + UNIT);
  private static final List<Pattern> OLDER = patterns(
      "(?:il y a |remonte a |remontent a )?plus de " + N + " " + UNIT,
      "(?:more than|over|longer ago than) " + N + " "
          + UNIT + "(?: ago)?");
  private static final List<Pattern> BEFORE_THIS = patterns(
      "(?:le |la |l )?" + WHOLE_UNIT + " (?:dernier|derniere|passe|passee|precedent|precedente)",
      "(?:last|previous) " + WHOLE_UNIT);
  private static final List<Pattern> THIS = patterns("(?:ce|cet|cette|this) " + WHOLE_UNIT + "(?: ci)?",
      "(?:le |la |l )?" + WHOLE_UNIT + " en cours");
  private static final List<Pattern> AFTER_THIS = patterns(
      "(?:le |la |l )?" + WHOLE_UNIT + " (?:prochain|prochaine)",
      "next " + WHOLE_UNIT);
  private static final List<Pattern> BETWEEN = patterns(
      "(?:entre|between|from|du|de|d|des) (.+?) (?:et|and|to|au|a|until) (.+?)",
      "(.+?) (?:to|au|a) (.+?)", "(\\S+) - (\\S+)");
  private static final List<Pattern> SINCE = patterns(
      "(?:depuis|since|a partir du|a partir de|from) (.+?)(?: on| onwards)?");
  private static final List<Pattern> BEFORE = patterns("(?:avant|before) (.+)");
  private static final List<Pattern> UNTIL = patterns("(?:jusqu au|jusqu a|jusqu en|until|up to) (.+)");
  private static final List<Pattern> AFTER = patterns("(?:apres|after) (.+)");

  private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("un", 1), Map.entry("une", 1),
      Map.entry("one", 1), Map.entry("a", 1), Map.entry("deux", 2), Map.entry("two", 2),
      Map.entry("trois", 3),
      Map.entry("three", 3), Map.entry("quatre", 4), Map.entry("four", 4), Map.entry("cinq", 5),
      Map.entry("five", 5), Map.entry("six", 6), Map.entry("sept", 7), Map.entry("seven", 7),
      Map.entry("huit", 8), Map.entry("eight", 8), Map.entry("neuf", 9), Map.entry("nine", 9),
      Map.entry("dix", 10), Map.entry("ten", 10), Map.entry("douze", 12), Map.entry("twelve", 12),
      Map.entry("quinze", 15), Map.entry("fifteen", 15), Map.entry("vingt", 20), Map.entry("twenty", 20),
      Map.entry("trente", 30), Map.entry("thirty", 30));

  private final SpokenDate dates;

  /**
   * @param today what is meant by today
   * @param locale decides whether 03/04/2024 is in March (American English) or in April
   */
  public SpokenDays(LocalDate today, Locale locale) {
    this.dates = new SpokenDate(today, locale.getCountry().equals("US"));
  }

  /** The days that a phrase means; empty when it is not understood. */
  public Optional<DateCriterion> criterion(String phrase) {
    String said = plain(phrase);
    Matcher withToday = TODAY.matcher(said);
    boolean including = withToday.find() && withToday.start() > 0;
    String rest = including ? said.substring(0, withToday.start()).strip() : said;
    return lengths(bare(rest), including).or(() -> wholes(bare(said))).or(() -> spans(bare(said)));
  }

  /** The window of events that a phrase means; empty when it is not understood, or lies in the future. */
  public Optional<Window> window(String phrase) {
    String said = plain(phrase);
    return List.of("toujours", "depuis toujours", "ever", "all", "tout", "all time").contains(said)
        ? Optional.of(new Window.Ever())
        : criterion(phrase).flatMap(SpokenDays::window);
  }

  /** The window of events that has the same days; empty where there is none. */
  public static Optional<Window> window(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.InLast(Period period, boolean including) ->
        Optional.of(new Window.Last(period, including));
      case DateCriterion.Between(LocalDate first, LocalDate last) ->
        Optional.of(new Window.Between(first, last));
      case DateCriterion.On(LocalDate day) -> Optional.of(new Window.Between(day, day));
      case DateCriterion.After(LocalDate day) -> Optional.of(new Window.Since(day.plusDays(1)));
      case DateCriterion.InWhole(CalendarUnit unit, int ago) when ago >= 0 ->
        Optional.of(new Window.Whole(unit, ago));
      default -> Optional.empty();
    };
  }

  private Optional<DateCriterion> lengths(String said, boolean including) {
    return first(Stream.of(
        () -> period(OLDER, said).map(DateCriterion.OlderThan::new),
        () -> period(NEXT, said).map(period -> new DateCriterion.InNext(period, including)),
        () -> period(LAST, said).map(period -> new DateCriterion.InLast(period, including)),
        () -> one(ONE_LAST, said).map(period -> new DateCriterion.InLast(period, including)),
        () -> one(ONE_NEXT, said).map(period -> new DateCriterion.InNext(period, including))));
  }

  private Optional<DateCriterion> wholes(String said) {
    return first(Stream.of(
        () -> whole(BEFORE_THIS, said, 1), () -> whole(THIS, said, 0), () -> whole(AFTER_THIS, said, -1),
        () -> switch (said) {
          case "hier", "yesterday" -> Optional.of(new DateCriterion.InWhole(CalendarUnit.DAY, 1));
          case "aujourd hui", "today" -> Optional.of(new DateCriterion.InWhole(CalendarUnit.DAY, 0));
          case "demain", "tomorrow" -> Optional.of(new DateCriterion.InWhole(CalendarUnit.DAY, -1));
          default -> Optional.empty();
        }));
  }

  private Optional<DateCriterion> spans(String said) {
    return first(Stream.of(
        () -> date(BEFORE, said).map(span -> new DateCriterion.Before(span.first())),
        () -> date(UNTIL, said).map(span -> new DateCriterion.Before(span.last().plusDays(1))),
        () -> date(AFTER, said).map(span -> new DateCriterion.After(span.last())),
        () -> between(said),
        () -> date(SINCE, said).map(span -> new DateCriterion.After(span.first().minusDays(1))),
        () -> dates.read(article(said), null).map(SpokenDays::in)));
  }

  private Optional<DateCriterion> between(String said) {
    for (Pattern pattern : BETWEEN) {
      Matcher found = pattern.matcher(said.replaceFirst("(?: inclus| inclusive| compris)$", ""));
      if (found.matches()) {
        String second = article(found.group(2));
        String first = article(found.group(1));
        Integer year = SpokenDate.year(second).isPresent()
            ? (Integer) SpokenDate.year(second).getAsInt()
            : null;
        // "3 to 8 April": the month stands once
        String whole = first.matches("\\d{1,2}(?:er)?") ? first + second.replaceFirst("^\\d+", "") : first;
        Optional<DateCriterion> between = dates.read(whole, year)
            .flatMap(from -> dates.read(second, year)
                .filter(to -> !to.last().isBefore(from.first()))
                .map(to -> new DateCriterion.Between(from.first(), to.last())));
        if (between.isPresent()) {
          return between;
        }
      }
    }
    return Optional.empty();
  }

  private static DateCriterion in(SpokenDate.Span span) {
    return span.first().equals(span.last())
        ? new DateCriterion.On(span.first())
        : new DateCriterion.Between(span.first(), span.last());
  }

  private Optional<SpokenDate.Span> date(List<Pattern> patterns, String said) {
    return match(patterns, said, found -> dates.read(article(found.group(1)), null));
  }

  private static Optional<Period> period(List<Pattern> patterns, String said) {
    return match(patterns, said, found -> number(found.group(1))
        .flatMap(n -> unit(found.group(2)).map(unit -> new Period(n, unit))));
  }

  private static Optional<Period> one(List<Pattern> patterns, String said) {
    return match(patterns, said, found -> unit(found.group(1)).map(unit -> new Period(1, unit)));
  }

  private static Optional<DateCriterion> whole(List<Pattern> patterns, String said, int ago) {
    return match(patterns, said,
        found -> Optional.of(new DateCriterion.InWhole(calendar(found.group(1)), ago)));
  }

  private static <T> Optional<T> match(List<Pattern> patterns, String said,
      Function<Matcher, Optional<T>> then) {
    for (Pattern pattern : patterns) {
      Matcher found = pattern.matcher(said);
      Optional<T> meant = found.matches() ? then.apply(found) : Optional.empty();
      if (meant.isPresent()) {
        return meant;
      }
    }
    return Optional.empty();
  }

  private static Optional<DateCriterion> first(Stream<Supplier<Optional<? extends DateCriterion>>> ways) {
    return ways.map(Supplier::get).flatMap(Optional::stream).map(DateCriterion.class::cast).findFirst();
  }

  private static Optional<Integer> number(String word) {
    int n = word.matches("\\d+") ? Integer.parseInt(word) : NUMBERS.getOrDefault(word, 0);
    return n < 1 ? Optional.empty() : Optional.of(n);
  }

  private static Optional<Period.Unit> unit(String word) {
    return Optional.ofNullable(switch (word.charAt(0)) {
      case 'j', 'd' -> Period.Unit.DAYS;
      case 's', 'w' -> Period.Unit.WEEKS;
      case 'm' -> Period.Unit.MONTHS;
      case 'a', 'y' -> Period.Unit.YEARS;
      default -> null;
    });
  }

  private static CalendarUnit calendar(String word) {
    return switch (word.charAt(0)) {
      case 'j', 'd' -> CalendarUnit.DAY;
      case 's', 'w' -> CalendarUnit.WEEK;
      case 'm' -> CalendarUnit.MONTH;
      case 't', 'q' -> CalendarUnit.QUARTER;
      default -> CalendarUnit.YEAR;
    };
  }

  /** Without the article before a date. */
  private static String article(String said) {
    return said.replaceFirst("^(?:le |l |on |the |in |en |au mois de |mois de )", "");
  }

  /** Without the words that lead up to it in a sentence. */
  private static String bare(String said) {
    return LEAD.matcher(said).replaceFirst("").strip();
  }

  /** Folded, with every apostrophe and every run of spaces one space. */
  private static String plain(String phrase) {
    return Folding.fold(phrase)
        .replaceAll("['\u2019\u02bc]", " ")
        .replaceAll("(?<=[a-z])-(?=[a-z])", " ")
        .replaceAll("[\\s\u00a0\u202f]+", " ")
        .replaceAll("[.…]+$", "")
        .strip();
  }

  private static List<Pattern> patterns(String... patterns) {
    return Stream.of(patterns).map(Pattern::compile).toList();
  }
}
