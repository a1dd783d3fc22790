package app.parcelle.engine.segment;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.TableVersion;

/** Fills in what the names of a rule stand for. */
record Resolution(FieldCatalog catalog, Scope scope) {
  static Condition of(Condition rule, FieldCatalog catalog) {
    return new Resolution(catalog, new Scope.Customers(catalog)).condition(rule);
  }

  private Condition condition(Condition condition) {
    return switch (condition) {
      case AllOf(List<Condition> children) -> new AllOf(children.stream().map(this::condition).toList());
      case AnyOf(List<Condition> children) -> new AnyOf(children.stream().map(this::condition).toList());
      case Not(Condition child) -> new Not(condition(child));
      case Everyone all -> all;
      case Known test -> new Known(field(test.field()), test.knowledge());
      case TextTest test -> new TextTest(field(test.field()), test.operator(), test.values(), test.exact(),
          test.includeMissing());
      case NumberTest test -> new NumberTest(field(test.field()), test.operator(), test.value(),
          test.second(), test.includeMissing());
      case YesNoTest test -> new YesNoTest(field(test.field()), test.operator(), test.includeMissing());
      case DateTest test -> new DateTest(field(test.field()), criterion(test.criterion()),
          test.includeMissing());
      case EventTest test -> events(test);
      case Never test -> new Never(name(test.table()), test.window(), where(test.table(), test.where()));
      case InCluster test -> new InCluster(catalog.clusteringName(test.clustering()), test.clusters());
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private DateCriterion criterion(DateCriterion criterion) {
    return criterion instanceof DateCriterion.ComparedWith(var order, var other)
        ? new DateCriterion.ComparedWith(order, field(other))
        : criterion;
  }

  private EventTest events(EventTest test) {
    FieldRef property = test.property();
    Optional<TableVersion> table = catalog.events(test.table());
    if (property != null && table.isPresent()) {
      property = new Resolution(catalog, new Scope.Rows(table.get())).field(property);
    }
    return new EventTest(name(test.table()), test.measure(), property, test.operator(), test.value(),
        test.second(), test.window(), where(test.table(), test.where()));
  }

  private @Nullable Condition where(String table, @Nullable Condition where) {
    Optional<TableVersion> rows = catalog.events(table);
    return where == null || rows.isEmpty()
        ? where
        : new Resolution(catalog, new Scope.Rows(rows.get())).condition(where);
  }

  private FieldRef field(FieldRef ref) {
    return scope.find(ref).map(Scope.Found::ref).orElse(ref);
  }

  private String name(String table) {
    return catalog.events(table).map(TableVersion::name).orElse(table);
  }
}
