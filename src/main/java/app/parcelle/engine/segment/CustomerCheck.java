package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** That what is said of customers among each other, of places, consent and segments finds what it names and can be met. */
record CustomerCheck(FieldCatalog catalog, Faults faults, FieldCheck fields, References references) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LEAST_BANDS = 2;
  private static final int MOST_BANDS = 1_000;
  private static final int CORNERS = 3;
  private static final Possible LATITUDE = new Possible(BigDecimal.valueOf(-90), BigDecimal.valueOf(90),
      false);
  /** A ring over the antimeridian goes on beyond 180, or below -180. */
  private static final Possible DRAWN_LONGITUDE = new Possible(BigDecimal.valueOf(-360),
      BigDecimal.valueOf(360),
      false);
  private static final Possible LONGITUDE = new Possible(BigDecimal.valueOf(-180), BigDecimal.valueOf(180),
      false);

  void ranked(String path, Ranked test, Scope scope) {
    fields.fits(path, test.field(), scope, Spelling.END.of(test.end()), CustomerCheck::isOrdered);
    quantity(path, test.n(), test.percent());
    group(path, test.within(), scope);
  }

  private static boolean isOrdered(ColumnType type) {
    return type.isNumber() || type.isDate();
  }

  private void quantity(String path, BigDecimal n, boolean percent) {
    if (percent && (n.signum() <= 0 || n.compareTo(HUNDRED) > 0)) {
      faults.add(path, Message.of("segment.fault.percent"));
    } else if (!percent && (n.signum() <= 0 || !Possible.isWhole(n))) {
      faults.add(path, Message.of("segment.fault.howMany"));
    }
  }

  private void group(String path, @Nullable FieldRef group, Scope scope) {
    if (group != null) {
      fields.found(path, group, scope);
    }
  }

  void band(String path, InBand test, Scope scope) {
    fields.fits(path, test.field(), scope, "band", CustomerCheck::isOrdered);
    group(path, test.within(), scope);
    if (test.count() < LEAST_BANDS || test.count() > MOST_BANDS) {
      faults.add(path, Message.of("segment.fault.bands", LEAST_BANDS, MOST_BANDS));
    } else if (test.bands().isEmpty()) {
      faults.noValue(path);
    } else if (test.bands().stream().anyMatch(band -> band < 1 || band > test.count())) {
      faults.add(path, Message.of("segment.fault.band", test.count()));
    }
  }

  void limit(String path, Limit limit, Scope scope) {
    quantity(path, limit.n(), limit.percent());
    if (limit.by() != null) {
      fields.fits(path, limit.by(), scope, limit.greatest() ? "greatest" : "least", CustomerCheck::isOrdered);
    }
    group(path, limit.per(), scope);
  }

  void near(String path, Near test, Scope scope) {
    coordinates(path, test.where(), scope);
    if (test.kilometres().signum() < 0) {
      faults.add(path, Message.of("segment.fault.distance"));
    }
    switch (test.place()) {
      case Place.Point(var latitude, var longitude) -> point(path, latitude, longitude);
      case Place.Named named -> named(path, named);
    }
  }

  private void coordinates(String path, Coordinates where, Scope scope) {
    FieldRef longitude = where.longitude();
    if (longitude != null) {
      fields.fits(path, where.latitude(), scope, "latitude", ColumnType::isNumber);
      fields.fits(path, longitude, scope, "longitude", ColumnType::isNumber);
    } else if (fields.found(path, where.latitude(), scope).isPresent()
        && !fields.means(where.latitude(), scope, List.of(Meaning.Kind.COORDINATES))) {
      faults.add(path, Message.of("segment.fault.notCoordinates", where.latitude().name()));
    }
  }

  private void point(String path, BigDecimal latitude, BigDecimal longitude) {
    if (!LATITUDE.holds(latitude) || !LONGITUDE.holds(longitude)) {
      faults.add(path, Message.of("segment.fault.degrees"));
    }
  }

  private void named(String path, Place.Named place) {
    Optional<TableVersion> table = new Scope.Customers(catalog).lookup(place.table());
    if (table.isEmpty()) {
      faults.add(path, Message.of("segment.fault.unknownPlaces", place.table()));
      return;
    }
    fields.found(path, place.column(), new Scope.Rows(table.get()));
    Set<Meaning.Kind> kinds = table.get()
        .columns()
        .stream()
        .map(column -> column.meaning().kind())
        .collect(Collectors.toSet());
    if (!kinds.contains(Meaning.Kind.COORDINATES)
        && !kinds.containsAll(Set.of(Meaning.Kind.LATITUDE, Meaning.Kind.LONGITUDE))) {
      faults.add(path, Message.of("segment.fault.noCoordinates", table.get().name()));
    }
    if (place.value().isBlank()) {
      faults.noValue(path);
    }
  }

  void inside(String path, InArea test, Scope scope) {
    coordinates(path, test.where(), scope);
    switch (test.area()) {
      case Area.Drawn(List<List<Corner>> polygons) -> drawn(path, polygons);
      case Area.Shapes(String layer, Set<String> names) -> shapes(path, layer, names);
    }
  }

  private void drawn(String path, List<List<Corner>> polygons) {
    if (polygons.isEmpty() || polygons.stream().anyMatch(ring -> ring.size() < CORNERS)) {
      faults.add(path, Message.of("segment.fault.corners", CORNERS));
    } else if (polygons.stream()
        .flatMap(List::stream)
        .anyMatch(c -> !LATITUDE.holds(c.latitude()) || !DRAWN_LONGITUDE.holds(c.longitude()))) {
      faults.add(path, Message.of("segment.fault.degrees"));
    }
  }

  private void shapes(String path, String layer, Set<String> names) {
    Optional<Set<String>> known = catalog.shapes(layer);
    if (known.isEmpty()) {
      faults.add(path, Message.of("segment.fault.unknownLayer", layer));
    } else if (names.isEmpty()) {
      faults.noValue(path);
    } else {
      names.stream()
          .sorted()
          .filter(name -> !known.get().contains(name))
          .forEach(name -> faults.add(path, NearestName.of(name, known.get())
              .map(near -> Message.of("segment.fault.unknownShapeNear", name, layer, near))
              .orElseGet(() -> Message.of("segment.fault.unknownShape", name, layer))));
    }
  }

  void consent(String path, Consent test, Scope.Customers customers) {
    Optional<TableVersion> ledger = catalog.events(test.source());
    if (ledger.isPresent()) {
      ledger(path, test, ledger.get());
      return;
    }
    Optional<Scope.Found> field = customers.named(test.source());
    if (field.isEmpty()) {
      faults.add(path, Message.of("segment.fault.unknownConsent", test.source()));
    } else if (field.get().type() != ColumnType.YES_NO) {
      faults.add(path, Message.of("segment.fault.notConsent", test.source()));
    } else if (test.purpose() != null || test.channel() != null || test.asOf() != null) {
      faults.add(path, Message.of("segment.fault.consentField", test.source()));
    }
  }

  private void ledger(String path, Consent test, TableVersion ledger) {
    if (ledger.withRole(Role.CONSENT).isEmpty()) {
      faults.add(path, Message.of("segment.fault.notLedger", ledger.name()));
      return;
    }
    if (test.purpose() != null && ConsentColumns.purpose(ledger).isEmpty()) {
      faults.add(path, Message.of("segment.fault.noPurpose", ledger.name()));
    }
    if (test.channel() != null && ConsentColumns.channel(ledger).isEmpty()) {
      faults.add(path, Message.of("segment.fault.noChannel", ledger.name()));
    }
    if (test.asOf() != null && ledger.withRole(Role.EVENT_TIME).isEmpty()) {
      faults.add(path, Message.of("segment.fault.noTime", ledger.name()));
    }
  }

  void cluster(String path, InCluster test, Scope.Customers customers) {
    if (catalog.clustering(test.clustering()).isEmpty()) {
      faults.add(path, customers.unknownClustering(test.clustering()));
    }
    if (test.clusters().isEmpty()) {
      faults.noValue(path);
    }
  }

  void segment(String path, InSegment test) {
    Optional<FieldCatalog.Saved> saved = catalog.segment(test.segment());
    if (saved.isEmpty()) {
      faults.add(path, Message.of("segment.fault.unknownSegment", test.segment().name()));
    } else if (test.membership() instanceof Membership.Frozen(String snapshot)) {
      if (!catalog.hasSnapshot(saved.get().id(), snapshot)) {
        faults.add(path, Message.of("segment.fault.unknownSnapshot", saved.get().segment().name()));
      }
    } else {
      references.fault(saved.get()).ifPresent(message -> faults.add(path, message));
    }
  }

  void sample(String path, RandomSample test) {
    if (!Possible.PERCENT.holds(test.from()) || !Possible.PERCENT.holds(test.to())) {
      faults.add(path, Message.of("segment.fault.share"));
    } else if (test.from().compareTo(test.to()) >= 0) {
      faults.add(path, Message.of("segment.fault.nothingBetween"));
    }
  }
}
