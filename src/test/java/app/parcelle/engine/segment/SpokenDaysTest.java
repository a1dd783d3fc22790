package app.parcelle.engine.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.DateTest;

class SpokenDaysTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 5, 15);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      82 derniers jours                     | last 82 days
      les 82 derniers jours                 | last 82 days
      dans les 3 derniers mois              | last 3 months
      les derniers 30 jours                 | last 30 days
      82 jours                              | last 82 days
      depuis 2 ans                          | last 2 years
      six dernières semaines                | last 6 weeks
      90 derniers jours, aujourd’hui compris| last 90 days, today
      last 3 months                         | last 3 months
      in the last 30 days                   | last 30 days
      past two weeks                        | last 2 weeks
      last 90 days including today          | last 90 days, today
      le dernier mois                       | last 1 months
      in the last month                     | last 1 months
      7 prochains jours                     | next 7 days
      next 2 weeks                          | next 2 weeks
      il y a plus de 18 mois                | older 18 months
      more than 1 year ago                  | older 1 years
      mois dernier                          | whole month 1
      le mois dernier                       | whole month 1
      Mois Précédent                        | whole month 1
      ce mois-ci                            | whole month 0
      l'année dernière                      | whole year 1
      l’an dernier                          | whole year 1
      cette semaine                         | whole week 0
      trimestre en cours                    | whole quarter 0
      last month                            | whole month 1
      this quarter                          | whole quarter 0
      last year                             | whole year 1
      le mois prochain                      | whole month -1
      hier                                  | whole day 1
      today                                 | whole day 0
      depuis le 1er janvier 2024            | after 2023-12-31
      since 1 January 2024                  | after 2023-12-31
      since January 1st, 2024               | after 2023-12-31
      à partir du 3 mars                    | after 2024-03-02
      depuis 2023                           | after 2022-12-31
      depuis mars 2023                      | after 2023-02-28
      avant le 5 décembre                   | before 2023-12-05
      before March 2024                     | before 2024-03-01
      jusqu’au 31 mars 2024                 | before 2024-04-01
      after 3 Mar 2024                      | after 2024-03-03
      entre le 3 mars et le 8 avril 2024    | between 2024-03-03 2024-04-08
      du 3 au 8 avril 2024                  | between 2024-04-03 2024-04-08
      between 3 March and 8 April 2024      | between 2024-03-03 2024-04-08
      from January to March 2024            | between 2024-01-01 2024-03-31
      2024-03-03 - 2024-04-08               | between 2024-03-03 2024-04-08
      03/04/2024                            | on 2024-04-03
      le 14 juil. 2023                      | on 2023-07-14
      July 4                                | on 2023-07-04
      29 février                            | on 2024-02-29
      mars 2024                             | between 2024-03-01 2024-03-31
      2023                                  | between 2023-01-01 2023-12-31
      T1 2024                               | between 2024-01-01 2024-03-31
      2e trimestre 2023                     | between 2023-04-01 2023-06-30
      Q4 2023                               | between 2023-10-01 2023-12-31
      """)
  void phrasesAreUnderstoodInBothLanguages(String phrase, String meant) {
    assertEquals(Optional.of(meant),
        new SpokenDays(TODAY, Locale.FRANCE).criterion(phrase).map(SpokenDaysTest::words));
    assertEquals(Optional.of(meant),
        new SpokenDays(TODAY, Locale.UK).criterion(phrase).map(SpokenDaysTest::words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bientôt", "last", "31 février 2024", "0 derniers jours",
      "entre le 8 avril et le 3 mars 2024",
      "2024-13-01", "les derniers", "3 mars 2024 ou plus", "99999 jours"})
  void whatIsNotClearIsNotUnderstood(String phrase) {
    assertEquals(Optional.empty(), new SpokenDays(TODAY, Locale.FRANCE).criterion(phrase));
  }

  @ParameterizedTest
  @CsvSource({"en-US,on 2024-03-04", "en-GB,on 2024-04-03"})
  void americansWriteTheMonthFirst(String locale, String meant) {
    assertEquals(Optional.of(meant),
        new SpokenDays(TODAY, Locale.forLanguageTag(locale)).criterion("03/04/2024")
            .map(SpokenDaysTest::words));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      depuis toujours            | Ever[]
      90 derniers jours          | Last[period=Period[n=90, unit=DAYS], includingToday=false]
      depuis le 1er janvier 2024 | Since[first=2024-01-01]
      mois dernier               | Whole[unit=MONTH, ago=1]
      hier                       | Whole[unit=DAY, ago=1]
      3 mars 2024                | Between[first=2024-03-03, last=2024-03-03]
      """)
  void windowsAreUnderstoodToo(String phrase, String meant) {
    assertEquals(meant,
        new SpokenDays(TODAY, Locale.FRANCE).window(phrase).map(Window::toString).orElse("nothing"));
  }

  @Property
  void whatTheSentenceSaysIsUnderstoodAgain(@ForAll("criteria") DateCriterion criterion,
      @ForAll("locales") Locale locale) {
    String said = new Predicates(new Texts(locale))
        .date(new DateTest(FieldRef.named("day"), criterion, false), FieldRef::name)
        .replaceAll("[\\p{Cc}\\p{Co}]", "");
    assertEquals(Optional.of(criterion), new SpokenDays(TODAY, locale).criterion(said), said);
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(Locale.FRANCE, Locale.UK, Locale.US);
  }

  @Provide
  Arbitrary<DateCriterion> criteria() {
    Arbitrary<LocalDate> day = Arbitraries.integers()
        .between(0, 9_000)
        .map(LocalDate.of(2005, 1, 1)::plusDays);
    Arbitrary<Period> period = Combinators.combine(Arbitraries.integers().between(1, 999),
        Arbitraries.of(Period.Unit.class)).as(Period::new);
    return Arbitraries.oneOf(List.of(
        day.map(DateCriterion.On::new), day.map(DateCriterion.Before::new), day.map(DateCriterion.After::new),
        Combinators.combine(day, Arbitraries.integers().between(0, 4_000))
            .as((first, more) -> new DateCriterion.Between(first, first.plusDays(more))),
        Combinators.combine(period, Arbitraries.of(true, false)).as(DateCriterion.InLast::new),
        Combinators.combine(period, Arbitraries.of(true, false)).as(DateCriterion.InNext::new),
        period.map(DateCriterion.OlderThan::new)));
  }

  private static String words(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.InLast(Period p, boolean today) -> "last " + words(p) + (today ? ", today" : "");
      case DateCriterion.InNext(Period p, boolean today) -> "next " + words(p) + (today ? ", today" : "");
      case DateCriterion.OlderThan(Period p) -> "older " + words(p);
      case DateCriterion.InWhole(CalendarUnit unit, int ago) ->
        "whole " + unit.name().toLowerCase(Locale.ROOT) + " " + ago;
      case DateCriterion.After(LocalDate day) -> "after " + day;
      case DateCriterion.Before(LocalDate day) -> "before " + day;
      case DateCriterion.On(LocalDate day) -> "on " + day;
      case DateCriterion.Between(LocalDate first, LocalDate last) -> "between " + first + " " + last;
      default -> criterion.toString();
    };
  }

  private static String words(Period period) {
    return period.n() + " " + period.unit().name().toLowerCase(Locale.ROOT);
  }
}
