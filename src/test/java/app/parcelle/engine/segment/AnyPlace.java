package app.parcelle.engine.segment;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;

/** Conditions on places of any form. */
final class AnyPlace {
  private AnyPlace() {}

  static Arbitrary<Condition> conditions() {
    Arbitrary<Coordinates> at = Combinators.combine(AnySegment.FIELDS, AnySegment.FIELDS.injectNull(0.5))
        .as(Coordinates::new);
    Arbitrary<Place> places = Arbitraries.oneOf(
        Combinators.combine(AnySegment.NUMBERS, AnySegment.NUMBERS).as(Place.Point::new),
        Combinators.combine(AnySegment.NAMES, AnySegment.FIELDS, AnySegment.NAMES).as(Place.Named::new));
    Arbitrary<Area> areas = Arbitraries.oneOf(
        Combinators.combine(AnySegment.NUMBERS, AnySegment.NUMBERS)
            .as(Area.Corner::new)
            .list()
            .ofMaxSize(4)
            .list()
            .ofMaxSize(3)
            .map(Area.Drawn::new),
        Combinators.combine(AnySegment.NAMES, AnySegment.NAMES.set().ofMaxSize(3)).as(Area.Shapes::new));
    return Arbitraries.oneOf(Combinators.combine(at, places, AnySegment.NUMBERS).as(Near::new),
        Combinators.combine(at, areas).as(InArea::new));
  }
}
