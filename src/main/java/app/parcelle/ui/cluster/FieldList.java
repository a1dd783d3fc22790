package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/**
 * The fields to tick. Of many only those that are ticked and those that clusters are usually looked for in are there at first;
 * the others come when they are searched for or asked for, sorted by kind.
 */
final class FieldList extends VBox {
  /** So many are shown without more ado. */
  private static final int FEW = 9;

  private final ClusterSetup setup;
  private final ClusterWords words;
  private final boolean prepared;
  private final TextField search = new TextField();
  private final VBox lines = new VBox(2);
  private final Hyperlink more = new Hyperlink();
  private final Set<String> opened = new HashSet<>();
  private final InvalidationListener listed = _ -> refresh();
  private List<FieldChoice> known = List.of();
  private boolean all;

  /** @param prepared whether how a field is prepared can be opened below it */
  FieldList(ClusterSetup setup, ClusterWords words, boolean prepared) {
    super(4);
    this.setup = setup;
    this.words = words;
    this.prepared = prepared;
    search.setId("field-search");
    search.setPromptText(words.text("clusters.fields.search"));
    search.setAccessibleText(words.text("clusters.fields.search"));
    search.textProperty().addListener((_, _, _) -> list());
    more.setId("more-fields");
    more.getStyleClass().add("small");
    more.setOnAction(_ -> {
      all = !all;
      list();
    });
    getChildren().setAll(search, lines, more);
    setup.fields().addListener(new WeakInvalidationListener(listed));
    refresh();
  }

  private void refresh() {
    List<FieldChoice> now = List.copyOf(setup.fields());
    if (!now.equals(known)) {
      known = now;
      list();
    }
  }

  private void list() {
    boolean many = known.size() > FEW;
    String wanted = Folding.fold(search.getText().strip());
    boolean searched = many && !wanted.isEmpty();
    List<FieldChoice> shown = known.stream()
        .filter(choice -> searched
            ? Folding.fold(words.title(choice.field())).contains(wanted)
            : all || !many || isFirst(choice))
        .toList();
    List<Node> nodes = new ArrayList<>();
    for (FieldGroup group : FieldGroup.values()) {
      List<FieldChoice> own = shown.stream().filter(c -> FieldGroup.of(c.field()) == group).toList();
      if (!own.isEmpty() && many) {
        // keys: clusters.fields.group.*
        nodes.add(Parts.label(words.text("clusters.fields.group." + group.name().toLowerCase(Locale.ROOT)),
            "section-label"));
      }
      own.forEach(choice -> nodes.add(row(choice)));
    }
    if (nodes.isEmpty()) {
      nodes.add(Parts.wrapped(words.text("clusters.fields.none"), "muted", "small"));
    }
    lines.getChildren().setAll(nodes);
    show(search, many);
    show(more, many && !searched);
    more.setText(all
        ? words.text("clusters.fields.fewer")
        : words.text("clusters.fields.all", known.size()));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static boolean isFirst(FieldChoice choice) {
    return choice.ticked().get() || (choice.field() instanceof Field.OfTrait trait && trait.isPlain());
  }

  private VBox row(FieldChoice choice) {
    CheckBox tick = new CheckBox(words.title(choice.field()));
    tick.setId("field-" + choice.field().id());
    tick.selectedProperty().bindBidirectional(choice.ticked());
    tick.setMnemonicParsing(false);
    tick.setWrapText(true);
    tick.setMinWidth(0);
    HBox.setHgrow(tick, Priority.ALWAYS);
    tick.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(4, tick);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(line);
    if (prepared) {
      line.getChildren().add(steps(choice, row));
    }
    return row;
  }

  /** Opens and closes how a field is prepared; there for those that are ticked. */
  private ToggleButton steps(FieldChoice choice, VBox row) {
    String id = choice.field().id();
    ToggleButton open = new ToggleButton(null, new FontIcon(Feather.SLIDERS));
    open.setId("steps-" + id);
    open.getStyleClass().addAll("quiet", "icon-only");
    open.setAccessibleText(words.text("clusters.steps", words.title(choice.field())));
    open.visibleProperty().bind(choice.ticked());
    open.selectedProperty().addListener((_, _, is) -> {
      if (is) {
        opened.add(id);
        row.getChildren().add(new StepsEditor(choice, words));
      } else {
        opened.remove(id);
        row.getChildren().removeIf(StepsEditor.class::isInstance);
      }
    });
    open.setSelected(opened.contains(id));
    open.visibleProperty().addListener((_, _, ticked) -> {
      if (!ticked) {
        open.setSelected(false);
      }
    });
    return open;
  }
}
