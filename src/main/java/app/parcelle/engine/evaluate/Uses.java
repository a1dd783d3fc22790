package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.RfmModel;

/**
 * What a result is computed from: fields as they are found, versions of tables and of those they are linked to, saved segments and
 * what those use. As long as all of it is the same, so is the result.
 */
final class Uses {
  private final FieldCatalog fields;
  private final Holdings holdings;
  private final Set<Object> found = new LinkedHashSet<>();

  Uses(FieldCatalog fields, Holdings holdings) {
    this.fields = fields;
    this.holdings = holdings;
  }

  List<Object> all() {
    return List.copyOf(found);
  }

  Uses with(Condition condition) {
    switch (condition) {
      case Condition.AllOf(var children) -> children.forEach(this::with);
      case Condition.AnyOf(var children) -> children.forEach(this::with);
      case Condition.Not(var child) -> with(child);
      case Condition.Everyone _,Condition.RandomSample _ -> {
        // the directory of customers alone
      }
      case Condition.Known test -> with(test.field());
      case Condition.TextTest test -> with(test.field());
      case Condition.NumberTest test -> with(test.field());
      case Condition.YesNoTest test -> with(test.field());
      case Condition.DateTest test -> {
        with(test.field());
        if (test.criterion() instanceof DateCriterion.ComparedWith(var _, var other)) {
          with(other);
        }
      }
      case Condition.ListTest test -> with(test.field());
      case Condition.ListSize test -> with(test.field());
      case Condition.EventTest test -> events(test.table());
      case Condition.Never test -> events(test.table());
      case Condition.EventDateTest test -> events(test.table());
      case Condition.EventRelation test -> {
        events(test.left().table());
        events(test.right().table());
      }
      case Condition.EventTrend test -> events(test.table());
      case Condition.EventShare test -> events(test.table());
      case Condition.Sequence test -> test.steps().forEach(step -> events(step.table()));
      case Condition.StepTest _,Condition.Occurrence _ -> {
        // of the table that they are asked of
      }
      case Condition.InCluster test ->
        found.add(holdings.version(fields.clustering(test.clustering()).orElse(test.clustering())));
      case Condition.Ranked test -> base().with(test.field()).with(test.within());
      case Condition.InBand test -> base().with(test.field()).with(test.within());
      case Condition.Near test -> {
        with(test.where());
        if (test.place() instanceof Place.Named(var table, var _, var _)) {
          named(table);
        }
      }
      case Condition.InArea test -> {
        with(test.where());
        if (test.area() instanceof Area.Shapes(var layer, var _)) {
          found.add(holdings.version(layer));
        }
      }
      case Condition.Consent test -> {
        events(test.source());
        with(new FieldRef(test.source(), test.source()));
        with(FieldRef.named(test.source()));
      }
      case Condition.InSegment test -> {
        if (test.membership() instanceof Condition.Membership.Frozen(var snapshot)) {
          found.add(holdings.version(snapshot));
        }
        segment(test.segment());
      }
    }
    return this;
  }

  private void segment(FieldRef ref) {
    fields.segment(ref).ifPresent(this::with);
  }

  Uses with(FieldCatalog.Saved saved) {
    // of a circle, each is looked at once
    if (found.add(saved)) {
      with(saved.segment());
    }
    return this;
  }

  private void with(Segment segment) {
    base();
    if (segment.rule() != null) {
      with(segment.rule());
    }
    Limit limit = segment.limit();
    if (limit != null) {
      with(limit.by()).with(limit.per());
    }
  }

  Uses with(Condition.Coordinates where) {
    return with(where.latitude()).with(where.longitude());
  }

  private Uses with(@Nullable FieldRef ref) {
    if (ref != null) {
      fields.find(ref).ifPresent(this::with);
    }
    return this;
  }

  Uses with(Field field) {
    found.add(field);
    if (field instanceof Field.Cluster) {
      found.add(holdings.version(field.id()));
    } else if (field instanceof Field.Score) {
      RfmModel model = holdings.rfm();
      if (model != null) {
        found.add(model);
      }
    }
    fields.tables().stream().filter(t -> t.tableId().equals(field.tableId())).forEach(this::with);
    return this;
  }

  private void events(String nameOrId) {
    fields.events(nameOrId).ifPresent(this::with);
  }

  private void named(String nameOrId) {
    fields.tables()
        .stream()
        .filter(
            t -> t.tableId().equals(nameOrId) || Folding.fold(t.name()).equals(Folding.fold(nameOrId)))
        .forEach(this::with);
  }

  /** Who there is: the tables of customers and of events. */
  Uses base() {
    fields.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.CUSTOMERS || t.kind() == TableKind.EVENTS)
        .forEach(this::with);
    return this;
  }

  /** A table, and all that its links bring values from. */
  Uses with(TableVersion table) {
    List<TableVersion> open = new ArrayList<>(List.of(table));
    while (!open.isEmpty()) {
      TableVersion next = open.removeLast();
      if (found.add(next.versionId())) {
        for (Link link : next.links()) {
          fields.tables().stream().filter(link::goesTo).forEach(open::add);
        }
      }
    }
    return this;
  }
}
