package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.evaluate.Identifying;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.ColumnType;

/** How clusters are to be looked for: fields and their preparation, who takes part, the method, how many. */
final class ClusterSetup {
  /** The largest number of clusters compared, at first. */
  static final int MOST = 10;

  /** The number of clusters when the data is to decide. */
  static final int AUTOMATIC = 0;

  static final long SEED = 20_261_122;

  private final ObservableList<FieldChoice> fields = FXCollections.observableArrayList(
      choice -> new Observable[]{choice.ticked(), choice.missing(), choice.shape(), choice.scale(),
          choice.encoding(), choice.winsorise(), choice.weight()});
  private final ObjectProperty<@Nullable String> within = new SimpleObjectProperty<>();
  private final DoubleProperty outliers = new SimpleDoubleProperty();
  private final StringProperty method = new SimpleStringProperty(AlgorithmText.NAMES.getFirst());
  private final ObservableMap<String, String> parameters = FXCollections.observableHashMap();
  private final IntegerProperty k = new SimpleIntegerProperty(AUTOMATIC);
  private final IntegerProperty most = new SimpleIntegerProperty(MOST);
  private List<Field> known = List.of();

  ClusterSetup() {
    method.addListener((_, _, _) -> parameters.clear());
  }

  /**
   * Looks at the fields of the project again; what was chosen stays so. Says whether there are others now.
   */
  boolean refresh(FieldCatalog catalog) {
    List<Field> now = usable(catalog);
    if (now.equals(known)) {
      return false;
    }
    known = now;
    Map<String, FieldChoice> earlier = fields.stream()
        .collect(Collectors.toMap(choice -> choice.field().id(), Function.identity()));
    List<FieldChoice> choices = new ArrayList<>();
    for (Field field : now) {
      FieldChoice choice = new FieldChoice(field);
      Optional.ofNullable(earlier.get(field.id())).ifPresent(choice::follow);
      choices.add(choice);
    }
    if (earlier.isEmpty() && choices.stream().noneMatch(choice -> choice.ticked().get())) {
      choices.stream().filter(c -> !c.isCategory()).limit(3).forEach(choice -> choice.ticked().set(true));
    }
    fields.setAll(choices);
    return true;
  }

  /**
   * What is known of customers, numbers first; keys and the clusters found before are none of the data, and texts that point at
   * a person group nobody.
   */
  private static List<Field> usable(FieldCatalog catalog) {
    List<Field> usable = new ArrayList<>(catalog.fields()
        .stream()
        .filter(ClusterSetup::isUsable)
        .filter(f -> !f.type().isText() || Identifying.of(f, catalog) != Identifying.BY_ITSELF)
        .toList());
    usable.sort((a, b) -> Boolean.compare(a.type().isText(), b.type().isText()));
    return usable;
  }

  private static boolean isUsable(Field field) {
    return switch (field) {
      case Field.Key _,Field.Cluster _ -> false;
      // the number of an order or an e-mail is another for everyone
      case Field.Lifted lifted -> lifted.type() != ColumnType.IDENTIFIER;
      case Field.OfCustomer _,Field.OfTrait _,Field.Score _ -> true;
    };
  }

  List<FieldChoice> ticked() {
    return fields.stream().filter(choice -> choice.ticked().get()).toList();
  }

  /** The field of that id, which there is. */
  Field field(String id) {
    return known.stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
  }

  /** @throws Problem when a parameter is out of its range */
  Algorithm algorithm() {
    Map<String, String> given = parameters.entrySet()
        .stream()
        .filter(e -> !e.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().strip().replace(',', '.')));
    try {
      return AlgorithmText.read(method.get(), given);
    } catch (Problem wrong) {
      throw named(wrong);
    }
  }

  /** With the parameter called as it is beside its field. */
  private static Problem named(Problem wrong) {
    Message said = wrong.message();
    if (!said.key().equals("cluster.problem.parameter")) {
      return wrong;
    }
    List<Object> args = new ArrayList<>(said.args());
    args.set(0, Message.of("clusters.parameter." + said.args().getFirst())); // keys: clusters.parameter.*
    return new Problem(new Message(said.key(), args));
  }

  /**
   * What is asked for now, once it is known how the ticked fields, in their order, are best prepared. The function may be used on
   * any thread.
   *
   * @throws Problem when a parameter is out of its range
   */
  Function<Pipeline, ClusterRequest> asking() {
    List<Function<FieldSteps, FieldSteps>> asked = ticked().stream().map(FieldChoice::asking).toList();
    String members = within.get();
    double aside = outliers.get();
    Algorithm algorithm = algorithm();
    Integer wanted = k.get() == AUTOMATIC ? null : Integer.valueOf(k.get());
    int compared = Math.max(most.get(), k.get());
    return suggested -> new ClusterRequest(members,
        new Pipeline(IntStream.range(0, asked.size())
            .mapToObj(i -> asked.get(i).apply(suggested.fields().get(i)))
            .toList(), aside),
        algorithm, wanted, compared, SEED);
  }

  /**
   * Chooses what was asked for once.
   *
   * @return whether all of its fields are still there; where not, nothing has changed
   */
  boolean follow(ClusterRequest request) {
    Map<String, FieldSteps> steps = request.preparation()
        .fields()
        .stream()
        .collect(Collectors.toMap(FieldSteps::field, Function.identity()));
    if (!fields.stream().map(choice -> choice.field().id()).toList().containsAll(steps.keySet())) {
      return false;
    }
    for (FieldChoice choice : fields) {
      FieldSteps own = steps.get(choice.field().id());
      choice.ticked().set(own != null);
      if (own != null) {
        choice.follow(own);
      }
    }
    within.set(request.within());
    outliers.set(request.preparation().outliers());
    method.set(AlgorithmText.name(request.algorithm()));
    parameters.clear();
    parameters.putAll(AlgorithmText.written(request.algorithm()));
    k.set(request.k() == null ? AUTOMATIC : request.k());
    most.set(Math.max(MOST, request.maxK()));
    return true;
  }

  /** To be told when anything changes that another search would look at, but for the number of clusters. */
  void onChange(InvalidationListener listener) {
    for (Observable part : List.of(fields, within, outliers, method, parameters, most)) {
      part.addListener(listener);
    }
  }

  /** All that clusters may be looked for in. */
  ObservableList<FieldChoice> fields() {
    return fields;
  }

  /** The id of the saved segment whose members take part; null for all customers. */
  ObjectProperty<@Nullable String> within() {
    return within;
  }

  /** The share of customers that are set aside as farthest from all others. */
  DoubleProperty outliers() {
    return outliers;
  }

  /** One of {@link AlgorithmText#NAMES}. */
  StringProperty method() {
    return method;
  }

  /** Whether the method is told how many clusters to find; others find the number themselves. */
  ObservableValue<Boolean> asksForK() {
    return method.map(name -> AlgorithmText.read(name, Map.of()).asksForK());
  }

  /** Parameters of the method as they were typed; those that are not there have their usual values. */
  ObservableMap<String, String> parameters() {
    return parameters;
  }

  /** {@link #AUTOMATIC}, or from 2 on. */
  IntegerProperty k() {
    return k;
  }

  /** The largest number of clusters compared. */
  IntegerProperty most() {
    return most;
  }
}
