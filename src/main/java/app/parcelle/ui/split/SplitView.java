package app.parcelle.ui.split;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.split.PartFinder;
import app.parcelle.engine.split.Split;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.split.SplitViewModel.Way;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** What is split, by which field and how, above; the parts with their counts below. */
final class SplitView extends VBox {
  private final SplitViewModel model;
  private final Texts texts;
  private final ComboBox<SavedSegment> segment = new ComboBox<>();
  private final ComboBox<Field> field = new ComboBox<>();
  private final HBox how = new HBox(8);
  private final VBox card = new VBox(8);
  private final Subscription following;

  SplitView(SplitViewModel model, Workbench workbench) {
    super(12);
    this.model = model;
    texts = workbench.texts();
    getStyleClass().addAll("workspace", "split");
    FieldNames names = new FieldNames(workbench.project().fields(), texts);
    choice(segment, "split-segment", "splits.segment", saved -> saved.segment().name());
    choice(field, "split-field", "splits.field", names::title);
    segment.valueProperty().bindBidirectional(model.segment());
    field.valueProperty().bindBidirectional(model.field());
    how.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("card");
    VBox.setVgrow(card, Priority.ALWAYS);
    HBox head = Parts.line(8,
        Parts.button(text("overlap.segments") + " ›", () -> workbench.go(new Place.Library()), "quiet",
            "crumb"),
        Parts.label(text("splits.title"), "title"));
    HBox asked = Parts.line(8, Parts.fixed(text("splits.segment")), segment,
        Parts.fixed(text("splits.field")), field);
    getChildren().setAll(head, asked, how, card);
    refresh();
    following = Subscription.combine(model.field().subscribe(_ -> ways()), model.way().subscribe(_ -> ways()),
        model.preview().subscribe(_ -> build()), model.problem().subscribe(_ -> build()));
  }

  /** Segments and fields may have come or gone. */
  void refresh() {
    SavedSegment before = model.segment().get();
    segment.getItems().setAll(model.segments());
    model.segment().set(before);
    Field chosen = model.field().get();
    field.getItems().setAll(model.fields());
    model.field().set(chosen);
  }

  void leave() {
    following.unsubscribe();
    segment.valueProperty().unbindBidirectional(model.segment());
    field.valueProperty().unbindBidirectional(model.field());
  }

  private String text(String key, Object... args) {
    return texts.text(key, args);
  }

  /** What a choice is called. */
  private interface Named<T> {
    String of(T one);
  }

  private <T> void choice(ComboBox<T> box, String id, String key, Named<T> named) {
    box.setId(id);
    box.setPrefWidth(300);
    box.setPromptText(text("splits.choose"));
    box.setAccessibleText(text(key)); // keys: splits.*
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable T one) {
        return one == null ? "" : named.of(one);
      }

      @Override
      public T fromString(String written) {
        throw new UnsupportedOperationException("chosen, not written");
      }
    });
  }

  private void ways() {
    Field by = model.field().get();
    how.getChildren().clear();
    if (by == null) {
      return;
    }
    List<Way> ways = SplitViewModel.ways(by);
    if (ways.size() > 1) {
      Segmented<Way> choice = new Segmented<>(ways, this::said);
      choice.setId("split-way");
      choice.valueProperty().set(model.way().get());
      choice.valueProperty().subscribe(model.way()::set);
      how.getChildren().add(choice);
    }
    switch (model.way().get()) {
      case VALUES -> how.getChildren()
          .addAll(Parts.fixed(text("splits.top")), spinner(1), Parts.fixed(text("splits.top.rest"), "muted"));
      case QUANTILES -> how.getChildren().addAll(Parts.fixed(text("splits.parts")), spinner(2));
      case BOUNDS -> how.getChildren().addAll(Parts.fixed(text("splits.bounds")), bounds());
      case MONTHS, YEARS, MONTHS_OF_YEAR -> {
        // nothing more to say
      }
    }
  }

  private String said(Way way) {
    return text(switch (way) {
      case VALUES -> "splits.way.values";
      case QUANTILES -> "splits.way.quantiles";
      case BOUNDS -> "splits.way.bounds";
      case MONTHS -> "splits.way.months";
      case YEARS -> "splits.way.years";
      case MONTHS_OF_YEAR -> "splits.way.monthsOfYear";
    });
  }

  private Spinner<Integer> spinner(int least) {
    Spinner<Integer> spinner = new Spinner<>(
        new IntegerSpinnerValueFactory(least, PartFinder.MOST - 2, Math.max(least, model.parts().get())));
    spinner.setId("split-parts");
    spinner.setEditable(true);
    spinner.setPrefWidth(90);
    spinner.getEditor().setAccessibleText(text("splits.parts"));
    spinner.valueProperty().subscribe(n -> model.parts().set(Objects.requireNonNullElse(n, least)));
    return spinner;
  }

  private TextField bounds() {
    NumberFormat format = NumberFormat.getInstance(texts.locale());
    TextField bounds = new TextField(
        String.join("; ", model.bounds().get().stream().map(format::format).toList()));
    bounds.setId("split-bounds");
    bounds.setPromptText(text("splits.bounds.hint"));
    bounds.setAccessibleText(text("splits.bounds"));
    bounds.setPrefWidth(260);
    bounds.textProperty().addListener((_, _, written) -> model.bounds().set(numbers(written)));
    return bounds;
  }

  /** The numbers with semicolons between them, as the language writes them; what is no number is left out. */
  private List<BigDecimal> numbers(String written) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(texts.locale());
    format.setParseBigDecimal(true);
    return Arrays.stream(written.split(";", -1)).map(String::strip).<BigDecimal>mapMulti((each, then) -> {
      ParsePosition at = new ParsePosition(0);
      if (format.parse(each, at) instanceof BigDecimal number && at.getIndex() == each.length()) {
        then.accept(number);
      }
    }).toList();
  }

  private void build() {
    Split split = model.preview().get();
    if (model.problem().get() != null) {
      card.getChildren()
          .setAll(Parts.wrapped(texts.text(Objects.requireNonNull(model.problem().get())), "bad"));
    } else if (split == null) {
      card.getChildren().setAll(empty());
    } else {
      VBox lines = new VBox(4);
      split.parts().forEach(part -> lines.getChildren().add(part(part, split)));
      card.getChildren()
          .setAll(Parts.label(text("splits.preview"), "section-label"), Parts.scrolling(lines, 12),
              sum(split), save(split));
    }
  }

  private Node empty() {
    VBox empty = new VBox(6, Parts.label(text("splits.empty.title"), "heading"),
        Parts.wrapped(text("splits.empty"), "muted"));
    empty.setAlignment(Pos.CENTER);
    VBox.setVgrow(empty, Priority.ALWAYS);
    return empty;
  }

  private HBox part(Split.Counted part, Split split) {
    Label name = Parts.given(texts.text(part.part().name()));
    name.setPrefWidth(260);
    ShareBar bar = new ShareBar(60, 10);
    bar.show(split.size() == 0 ? 0 : (double) part.count() / split.size());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label count = Parts.fixed(text("overlap.count", part.count()), "figure");
    count.setPrefWidth(90);
    count.setAlignment(Pos.CENTER_RIGHT);
    Label share = Parts
        .fixed(split.size() == 0 ? "" : text("overlap.share", (double) part.count() / split.size()), "muted");
    share.setPrefWidth(70);
    share.setAlignment(Pos.CENTER_RIGHT);
    return Parts.line(12, name, bar, count, share);
  }

  private Region sum(Split split) {
    Label sum = Parts
        .wrapped(text(split.sum() == split.size() ? "splits.sum" : "splits.sum.other", split.parts().size(),
            split.sum(), split.parent().name(), split.size()), split.sum() == split.size() ? "good" : "bad");
    sum.setId("split-sum");
    return sum;
  }

  private HBox save(Split split) {
    TextField folder = new TextField(model.folder().get());
    folder.setId("split-folder");
    folder.setPrefWidth(460);
    folder.setAccessibleText(text("library.folder"));
    folder.textProperty().subscribe(model.folder()::set);
    Button save = Parts.button(text("splits.save", split.parts().size()), () -> model.save(texts), "accent");
    save.setId("split-save");
    return Parts.line(8, Parts.fixed(text("splits.into")), folder, Parts.gap(), save);
  }
}
