package app.parcelle.engine.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.FieldCatalog.Saved;

/**
 * Where the references of one segment to others lead: never in a circle, nor too far, nor to one that cannot be computed. Each
 * segment is looked at once however many ways lead to it. Members that were frozen lead nowhere.
 */
final class References {
  /** How many references may follow one another. */
  static final int DEPTH = 20;

  private final FieldCatalog catalog;
  private final Saved self;
  private final Map<String, List<Saved>> next = new HashMap<>();
  private final Map<String, Optional<Message>> known = new HashMap<>();

  /** @param segment as it is being written, which stands for what is saved under its name */
  References(Segment segment, FieldCatalog catalog) {
    this.catalog = catalog;
    String id = catalog.segment(FieldRef.named(segment.name())).map(Saved::id).orElse("");
    this.self = new Saved(id, segment);
  }

  /** Why a segment that is referred to cannot be computed; empty where it can. */
  Optional<Message> fault(Saved saved) {
    Optional<Message> fault = known.get(saved.id());
    if (fault == null) {
      fault = leadsTooFar(saved) ? Optional.of(tooFar(saved)) : ofItsOwn(saved);
      known.put(saved.id(), fault);
    }
    return fault;
  }

  private boolean leadsTooFar(Saved first) {
    Collection<Saved> level = List.of(first);
    for (int depth = 1; depth <= DEPTH && !level.isEmpty(); depth++) {
      Map<String, Saved> following = new LinkedHashMap<>();
      level.forEach(saved -> next(saved).forEach(other -> following.put(other.id(), other)));
      level = following.values();
    }
    return !level.isEmpty();
  }

  private Message tooFar(Saved first) {
    return way(first, self).map(way -> circle(self, way))
        .or(() -> reachable(first).stream().flatMap(saved -> circle(saved).stream()).findFirst())
        .orElseGet(() -> Message.of("segment.fault.tooFar", first.segment().name(), DEPTH));
  }

  private Optional<Message> circle(Saved saved) {
    return next(saved).stream()
        .flatMap(other -> way(other, saved).stream())
        .findFirst()
        .map(way -> circle(saved, way));
  }

  private static Message circle(Saved from, List<Saved> backToIt) {
    List<String> names = new ArrayList<>(List.of(from.segment().name()));
    backToIt.forEach(saved -> names.add(saved.segment().name()));
    return Message.of("segment.fault.circle", String.join(" → ", names));
  }

  /** The shortest way along references, both ends included. */
  private Optional<List<Saved>> way(Saved from, Saved to) {
    Map<String, List<Saved>> ways = ways(from);
    return Optional.ofNullable(ways.get(to.id()));
  }

  private List<Saved> reachable(Saved from) {
    return ways(from).values().stream().map(List::getLast).toList();
  }

  /** The shortest ways to all that can be reached, by id. */
  private Map<String, List<Saved>> ways(Saved from) {
    Map<String, List<Saved>> ways = new LinkedHashMap<>(Map.of(from.id(), List.of(from)));
    Queue<Saved> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Saved saved = open.remove();
      List<Saved> way = ways.getOrDefault(saved.id(), List.of());
      for (Saved other : next(saved)) {
        if (!ways.containsKey(other.id())) {
          List<Saved> longer = new ArrayList<>(way);
          longer.add(other);
          ways.put(other.id(), List.copyOf(longer));
          open.add(other);
        }
      }
    }
    return ways;
  }

  private List<Saved> next(Saved saved) {
    return next.computeIfAbsent(saved.id(),
        id -> SegmentPaths.rows(id.equals(self.id()) ? self.segment().rule() : saved.segment().rule())
            .stream()
            .flatMap(row -> referred(row.condition()).stream())
            .toList());
  }

  private Optional<Saved> referred(Condition condition) {
    return condition instanceof InSegment(var ref, _, var membership)
        && !(membership instanceof Membership.Frozen) ? catalog.segment(ref) : Optional.empty();
  }

  private Optional<Message> ofItsOwn(Saved saved) {
    return SegmentCheck.check(saved.segment(), catalog, this)
        .stream()
        .findFirst()
        .map(fault -> Message.of("segment.fault.inSegment", saved.segment().name(), fault.message()));
  }
}
