package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;

/** Someone looks for kinds of customers, looks at them as analysts do, and gets segments of them. */
class ClusterJourneyTest extends Journey {
  private Project project;
  private Texts texts;

  private void open(Language language) throws Exception {
    texts = language.texts();
    project = startsWithSample(language);
    first(() -> hand.does(() -> hand.model().go(new Place.Clusters())));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "FRENCH"})
  void chosenFieldsBecomeARecommendedNumberAndALassoOnTheMapASegment(Language language) throws Exception {
    open(language);
    CheckBox basket = person.all(CheckBox.class,
        box -> String.valueOf(box.getId()).endsWith(":average_basket")).getFirst();
    first(() -> person.press(basket));
    first(() -> person.press("#find-first"));
    int k = person.all(Node.class, node -> node.getStyleClass().contains("cluster-card")).size();
    String title = texts.text("clusters.recommended", k);
    assertTrue(person.texts(".notice .label").contains(title), title);

    first(() -> person.press(toggle("#cluster-mode", texts.text("clusters.mode.analyst"))));
    first(() -> look("diagram-silhouette"));
    assertTrue(person.find(".silhouette-plot", Node.class)
        .getAccessibleText()
        .contains(texts.text("clusters.silhouettes")));
    first(() -> look("diagram-map"));
    first(() -> person.press(person.all(ToggleButton.class,
        button -> texts.text("charts.map.lasso").equals(button.getAccessibleText())).getFirst()));
    first(this::drawsAroundTheMiddle);
    int selected = number(person.texts(".selection-bar .label").getFirst());
    assertTrue(selected > 0 && selected < project.data().customers().size(), selected + " selected");

    first(() -> person.press("#segment-of-selection"));
    assertEquals(selected, audience());
    assertEquals(selected, count(saved()));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "FRENCH"})
  void aClusterBecomesARuleInTheBuilder(Language language) throws Exception {
    open(language);
    List<SavedClustering> kept = project.view().clusterings();
    first(() -> person.press("#find-first"));
    int size = number(person.texts("#cluster-size-2 .figure").getFirst());
    first(() -> person.press("#make-segment-2"));
    first(() -> person.press(toggle("#segment-how", texts.text("clusters.make.rule"))));
    Node slider = person.find("#rule-precision", Node.class);
    first(() -> hand.does(slider::requestFocus));
    first(() -> person.keys(KeyCode.HOME));
    String shortest = person.texts(".rule-sentence").getFirst();
    first(() -> person.keys(KeyCode.END));
    String precise = person.texts(".rule-sentence").getFirst();
    assertTrue(precise.length() > shortest.length(), shortest + " / " + precise);

    first(() -> person.press("#open-segment"));
    int found = audience();
    Segment rule = saved();
    assertEquals(found, count(rule));
    assertTrue(Math.abs(found - size) < 0.1 * size, found + " by the rule of " + size);
    assertEquals(kept, project.view().clusterings());
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "FRENCH"})
  void aClusterBecomesASegmentOfItsCustomersAndIsThereAgain(Language language) throws Exception {
    open(language);
    first(() -> person.press("#find-first"));
    int size = number(person.texts("#cluster-size-1 .figure").getFirst());
    first(() -> person.press("#make-segment-1"));
    first(() -> person.keys(KeyCode.ENTER));
    SavedClustering kept = project.view().clusterings().getLast();
    assertEquals(texts.text("clusters.save.name"), kept.name());
    assertEquals(size, audience());
    Segment segment = saved();
    assertEquals(new Condition.InCluster(kept.name(), Set.of(1)),
        assertInstanceOf(Condition.AllOf.class, segment.rule()).children().getFirst());
  }

  private void look(String tab) throws Exception {
    TabPane diagrams = person.find(".diagrams", TabPane.class);
    hand.does(() -> diagrams.getTabs()
        .stream()
        .filter(one -> one.getId().equals(tab))
        .findFirst()
        .ifPresent(diagrams.getSelectionModel()::select));
  }

  private void drawsAroundTheMiddle() throws Exception {
    Bounds map = OnScreen.call(() -> {
      Node drawn = hand.scene().lookup(".point-map");
      return drawn.localToScreen(drawn.getBoundsInLocal());
    });
    double x = map.getMinX();
    double y = map.getMinY();
    double wide = map.getWidth();
    double high = map.getHeight();
    person.robot().moveTo(x + 0.3 * wide, y + 0.3 * high).press(MouseButton.PRIMARY);
    person.robot().moveTo(x + 0.85 * wide, y + 0.3 * high);
    person.robot().moveTo(x + 0.85 * wide, y + 0.85 * high);
    person.robot().moveTo(x + 0.3 * wide, y + 0.85 * high);
    person.robot().moveTo(x + 0.3 * wide, y + 0.32 * high).release(MouseButton.PRIMARY);
    hand.settle();
  }

  private ToggleButton toggle(String selector, String text) throws Exception {
    Node around = person.find(selector, Node.class);
    return person.all(ToggleButton.class, button -> button.getText() != null && button.getText().equals(text)
        && button.getParent() == around).getFirst();
  }

  /** The draft, kept under the name it has. */
  private Segment saved() throws Exception {
    String save = texts.text("builder.header.save");
    Set<String> before = project.view().segments().stream().map(SavedSegment::id).collect(Collectors.toSet());
    first(() -> person.press(person.all(Button.class, button -> save.equals(button.getText())).getFirst()));
    return project.view()
        .segments()
        .stream()
        .filter(segment -> !before.contains(segment.id()))
        .findFirst()
        .orElseThrow()
        .segment();
  }

  private int count(Segment segment) {
    return project.evaluate(segment, JobContext.silent()).count();
  }

  private int audience() throws Exception {
    return number(person.texts(".audience-count").getFirst());
  }
}
