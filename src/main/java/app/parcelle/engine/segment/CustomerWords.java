package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;

/** What is said of a customer among others: ranks, places, consent, clusters, segments, chance. */
record CustomerWords(FieldCatalog catalog, Texts texts, FieldNames names) {
  CustomerWords(FieldCatalog catalog, Texts texts) {
    this(catalog, texts, new FieldNames(catalog, texts));
  }

  String ranked(Ranked test) {
    String highest = highest(test.field(), test.end() == End.TOP);
    String those = test.percent()
        ? texts.text("sentence.rank.percent", words().percent(test.n()), highest)
        : texts.text("sentence.rank.customers", words().number(test.n()), highest, test.n());
    boolean one = !test.percent() && test.n().compareTo(BigDecimal.ONE) == 0;
    return texts.text(one ? "sentence.whoAre" : "sentence.among", Marks.strong(those)) + each(test.within())
        + texts.text("sentence.ties");
  }

  private Words words() {
    return new Words(texts);
  }

  /** With the highest or lowest values of a field; of a date, the latest or earliest. */
  private String highest(FieldRef field, boolean highest) {
    boolean date = catalog.find(field).filter(f -> f.type().isDate()).isPresent();
    return texts.text(date
        ? highest ? "sentence.latestDates" : "sentence.earliestDates"
        : highest ? "sentence.highest" : "sentence.lowest", names.subject(field));
  }

  private String each(@Nullable FieldRef group) {
    return group == null ? "" : texts.text("sentence.each", names.subject(group));
  }

  String band(InBand test) {
    String kind = switch (test.count()) {
      case 4 -> "quarter";
      case 5 -> "fifth";
      case 10 -> "tenth";
      case 100 -> "hundredth";
      default -> "other";
    };
    List<String> bands = test.bands().stream().sorted().map(String::valueOf).toList();
    // keys: sentence.band.*
    return texts.text("sentence.band." + kind, Marks.strong(words().or(bands)), names.subject(test.field()),
        words().number(BigDecimal.valueOf(test.count()))) + each(test.within());
  }

  String near(Near test) {
    return texts.text("sentence.whoAre", Marks.strong(texts.text("sentence.distance",
        words().number(test.kilometres()), place(test.place())))) + by(test.where());
  }

  private String place(Place place) {
    return switch (place) {
      case Place.Point(var latitude, var longitude) ->
        texts.text("sentence.point", words().number(latitude), words().number(longitude));
      case Place.Named(_, _, String value) ->
        texts.french() ? Elision.de(Marks.value(value)) : Marks.value(value);
    };
  }

  private String by(Coordinates where) {
    FieldRef longitude = where.longitude();
    return longitude == null
        ? texts.text("sentence.position", names.subject(where.latitude()))
        : texts.text("sentence.position", words().and(
            List.of(names.subject(where.latitude()), names.subject(longitude))));
  }

  String inside(InArea test) {
    String area = switch (test.area()) {
      case Area.Drawn(var polygons) -> texts.text("sentence.drawn", polygons.size());
      case Area.Shapes(String layer, Set<String> shapes) -> texts.text("sentence.shapes",
          words().or(shapes.stream().sorted().map(words()::quoted).toList()), Marks.value(layer));
    };
    return texts.text("sentence.inside", Marks.strong(area)) + by(test.where());
  }

  String consent(Consent test) {
    List<String> of = new ArrayList<>();
    of.add(words().quoted(source(test.source())));
    if (test.purpose() != null) {
      of.add(texts.text("sentence.purpose", words().quoted(test.purpose())));
    }
    if (test.channel() != null) {
      of.add(texts.text("sentence.channel", words().quoted(test.channel())));
    }
    if (test.asOf() != null) {
      of.add(texts.text("sentence.consent.asOf", words().day(test.asOf())));
    }
    // keys: sentence.consent.*
    String said = texts.text("sentence.consent." + test.state().name().toLowerCase(Locale.ROOT));
    return texts.text("sentence.who", Marks.strong(said) + " (" + String.join(", ", of) + ")");
  }

  String source(String source) {
    return catalog.events(source)
        .map(table -> table.name())
        .or(() -> new Scope.Customers(catalog).named(source).map(field -> field.ref().name()))
        .orElse(source);
  }

  String cluster(InCluster test) {
    List<String> numbers = test.clusters().stream().sorted().map(String::valueOf).toList();
    return texts.text("sentence.cluster", numbers.size(), Marks.strong(words().or(numbers)),
        words().quoted(catalog.clusteringName(test.clustering())));
  }

  String segment(InSegment test) {
    String membership = switch (test.membership()) {
      case Membership.Live() -> "";
      case Membership.On(var day) -> texts.text("sentence.segment.on", words().day(day));
      case Membership.Frozen _ -> texts.text("sentence.segment.frozen");
    };
    return texts.text(test.in() ? "sentence.segment.in" : "sentence.segment.notIn",
        Marks.strong(words().quoted(segmentName(test)))) + membership;
  }

  /** Its present name, also where it has been renamed since. */
  String segmentName(InSegment test) {
    return catalog.segment(test.segment())
        .map(saved -> saved.segment().name())
        .orElse(test.segment().name());
  }

  String sample(RandomSample test) {
    return texts.text("sentence.sample", Marks.strong(words().percent(test.to().subtract(test.from()))),
        words().percent(test.from()), words().percent(test.to()), words().quoted(test.seed()));
  }

  /** How many of those who meet the rule are kept, as a sentence of its own. */
  String limit(Limit limit) {
    FieldRef by = limit.by();
    String n = Marks.strong(limit.percent() ? words().percent(limit.n()) : words().number(limit.n()));
    String which = by == null ? texts.text("sentence.byChance") : highest(by, limit.greatest());
    return texts.text(by == null ? "sentence.keep.some" : "sentence.keep.best", n, which, each(limit.per()));
  }
}
