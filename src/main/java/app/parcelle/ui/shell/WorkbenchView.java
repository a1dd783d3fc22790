package app.parcelle.ui.shell;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.dialog.Clip;
import app.parcelle.ui.job.JobStatus;

/**
 * The whole window: the frame, the screen that is in front, and what lies over both. It holds the screens of the open
 * project; they are built when first gone to, relabelled when the language changes, and dropped with the project.
 */
public final class WorkbenchView extends StackPane {
  private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Z,
      KeyCombination.SHORTCUT_DOWN,
      KeyCombination.SHIFT_DOWN);

  private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final ShellViewModel model;
  private final List<Section> sections;
  private final ReadOnlyObjectProperty<@Nullable JobStatus> job;
  private final Map<Section, Screen> screens = new HashMap<>();
  private final ObjectProperty<@Nullable Screen> inFront = new SimpleObjectProperty<>();
  private final StackPane frame = new StackPane();
  private final Label dropHere = new Label();
  private StackPane middle = new StackPane();
  private @Nullable CommandField commandField;
  private @Nullable Rail rail;
  private @Nullable Section current;

  /** @param job what the job bar shows */
  public WorkbenchView(ShellViewModel model, List<Section> sections,
      ReadOnlyObjectProperty<@Nullable JobStatus> job) {
    this.model = model;
    this.sections = List.copyOf(sections);
    this.job = job;
    getStyleClass().add("workbench");
    dropHere.getStyleClass().addAll("drop-here", "title");
    dropHere.setAlignment(Pos.CENTER);
    dropHere.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    dropHere.setVisible(false);
    dropHere.setMouseTransparent(true);
    getChildren().addAll(frame, new Overlay(model), dropHere);
    model.whenGoing(this::go);
    model.open().addListener((_, _, _) -> dropScreens());
    model.textsProperty().addListener((_, _, _) -> relabel());
    model.view().addListener((_, _, _) -> refresh());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_TYPED, this::passOn);
    sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((_, before, _) -> keepFocus(before));
    takeDrops();
    build();
  }

  private void build() {
    dropHere.setText(model.texts().text("shell.drop"));
    boolean open = model.open().get() != null;
    CommandField field = new CommandField(new Commands(model, sections, this::actions), model.texts());
    Rail places = new Rail(sections, model.texts(), section -> go(section.home()));
    commandField = field;
    rail = places;
    middle = new StackPane();
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox centre = open ? new HBox(places, middle) : new HBox(middle);
    VBox.setVgrow(centre, Priority.ALWAYS);
    TopBar top = new TopBar(model, field, this::undo, this::redo,
        inFront.flatMap(screen -> screen == null ? null : screen.undoable()).orElse(false),
        inFront.flatMap(screen -> screen == null ? null : screen.redoable()).orElse(false));
    VBox all = new VBox(top, centre, new StatusBar(model, job));
    Region list = field.list();
    StackPane.setAlignment(list, Pos.TOP_LEFT);
    list.visibleProperty().addListener((_, _, _) -> placeUnder(field, list));
    frame.getChildren().setAll(all, list);
    if (!open) {
      middle.getChildren().setAll(new StartView(model));
    } else if (current != null) {
      front(current);
    }
  }

  /**
   * Where the control that had the keyboard has gone, and at the start, the toolkit gives it to the first control of the
   * window. It goes to the screen instead, where no control looks chosen before the person has chosen one.
   */
  private void keepFocus(@Nullable Node before) {
    if (before == null) {
      middle.requestFocus();
    }
  }

  private void placeUnder(CommandField field, Region list) {
    Bounds bounds = frame.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
    list.setTranslateX(Math.rint(bounds.getMinX()));
    list.setTranslateY(Math.rint(bounds.getMaxY() + 4));
  }

  private void dropScreens() {
    screens.clear();
    inFront.set(null);
    current = null;
    build();
  }

  private void relabel() {
    screens.values().removeIf(screen -> !screen.relabel());
    build();
  }

  private void refresh() {
    Screen screen = current == null ? null : screens.get(current);
    if (screen != null) {
      screen.shown();
    }
  }

  private void go(Place place) {
    if (model.open().get() == null || sections.isEmpty()) {
      return;
    }
    Section section = sections.stream().filter(s -> s.holds(place)).findFirst().orElse(sections.getFirst());
    Screen screen = front(section);
    if (place.equals(section.home()) || !section.holds(place)) {
      screen.shown();
    } else {
      screen.arrive(place);
    }
  }

  private Screen front(Section section) {
    current = section;
    Screen screen = screens.computeIfAbsent(section, s -> s.screen().apply(model));
    inFront.set(screen);
    middle.getChildren().setAll(screen.view());
    if (rail != null) {
      rail.show(section);
    }
    return screen;
  }

  // undo and redo: the screen first, then the project

  private List<Screen.Action> actions() {
    Screen screen = current == null ? null : screens.get(current);
    return screen == null ? List.of() : screen.actions();
  }

  private void undo() {
    Screen screen = current == null ? null : screens.get(current);
    if (screen == null || !screen.undo()) {
      model.undoProject();
    }
  }

  private void redo() {
    Screen screen = current == null ? null : screens.get(current);
    if (screen == null || !screen.redo()) {
      model.redoProject();
    }
  }

  private void key(KeyEvent event) {
    boolean ours = true;
    if (UNDO.match(event)) {
      undo();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      redo();
    } else if (PASTE.match(event) && takesPaste()) {
      model.waysIn().paste(Clip.ofSystem());
    } else if (CommandField.opens(event) && commandField != null) {
      commandField.focus();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int number = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
      List<Section> entries = sections.stream().filter(Section::onRail).toList();
      if (number >= 0 && number < entries.size()) {
        go(entries.get(number).home());
      }
    } else {
      ours = false;
    }
    if (ours) {
      event.consume();
    } else {
      passOn(event);
    }
  }

  /** Keys are the screen's too while the keyboard is beside it: on the rail, or nowhere once a project has opened. */
  private void passOn(KeyEvent event) {
    Screen screen = inFront.get();
    if (screen != null && event.getTarget() instanceof Node on && !(on instanceof TextInputControl)
        && !within(on, screen.view())) {
      Event.fireEvent(screen.view(), event.copyFor(screen.view(), screen.view()));
    }
  }

  private static boolean within(Node node, Node around) {
    Node now = node;
    while (now != null && now != around) {
      now = now.getParent();
    }
    return now == around;
  }

  /** Cells are pasted where data is shown, and where there is nothing else to do; fields of text have their own paste. */
  private boolean takesPaste() {
    return model.open().get() == null || (current != null && current.home() instanceof Place.Data);
  }

  // files may be dropped anywhere

  private void takeDrops() {
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        dropHere.setVisible(true);
      }
      event.consume();
    });
    setOnDragExited(_ -> dropHere.setVisible(false));
    setOnDragDropped(event -> {
      dropHere.setVisible(false);
      Dragboard board = event.getDragboard();
      event.setDropCompleted(board.hasFiles());
      model.waysIn().bring(board.getFiles().stream().map(File::toPath).toList());
      event.consume();
    });
  }
}
