package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.engine.sample.SampleProject;
import app.parcelle.ui.FrameWatch;
import app.parcelle.ui.chart.SetChart;
import app.parcelle.ui.chart.UpSet;
import app.parcelle.ui.chart.Venn;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Theme;

/** Someone looks at three segments together, chooses a region and makes a segment of it. */
class OverlapJourneyTest {
  @RegisterExtension
  final FrameWatch watch = new FrameWatch();

  @TempDir
  Path folder;

  private Stagehand hand;
  private Person person;
  private Project project;
  private List<String> ids;

  @BeforeEach
  void open() throws Exception {
    project = SampleProject.create(folder.resolve("shop.parcelle"), Locale.UK, JobContext.silent());
    ids = project.view().segments().stream().map(SavedSegment::id).toList();
    hand = watch.warmUp(() -> Stagehand.open(folder.resolve("settings"), Language.ENGLISH, Theme.LIGHT));
    person = new Person(hand);
    watch.warmUp(() -> {
      hand.opens(project);
      hand.does(() -> hand.model().go(new Place.Overlap(List.of())));
      return true;
    });
  }

  @AfterEach
  void leave() throws Exception {
    hand.leave();
    project.close();
  }

  @Test
  void aRegionOfThreeSegmentsBecomesASegment() throws Exception {
    watch.warmUp(() -> {
      for (String id : ids.subList(0, 3)) {
        person.press(person.find("#overlap-" + id, CheckBox.class));
      }
      return true;
    });
    assertTrue(person.find("#overlap-chart", SetChart.class) instanceof Venn);
    SegmentOverlap found = project.overlap(ids.subList(0, 3), JobContext.silent());
    watch.warmUp(() -> {
      hand.does(() -> person.find("#overlap-chart", Node.class).requestFocus());
      person.keys(KeyCode.HOME);
      person.keys(KeyCode.ENTER);
      return true;
    });
    int count = found.overlap().regions().getFirst().count();
    assertEquals(count, number("#overlap-count"));
    watch.warmUp(() -> {
      person.press("#overlap-make");
      return true;
    });
    assertTrue(person.find("#rail-segments", ToggleButton.class).isSelected());
    assertEquals(count, number(".large-figure"));
  }

  @Test
  void aClickInACircleChoosesItsRegionEverywhere() throws Exception {
    watch.warmUp(() -> {
      hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 2))));
      person.press(
          person.all(Label.class, label -> label.getStyleClass().contains("region-figure")).getFirst());
      return true;
    });
    int chosen = person.find("#overlap-chart", SetChart.class).chosenProperty().get();
    assertTrue(chosen > 0);
    int count = number("#overlap-count");
    watch.warmUp(() -> {
      person.press(toggle(1));
      return true;
    });
    assertTrue(person.find("#overlap-chart", SetChart.class) instanceof UpSet);
    assertEquals(chosen, person.find("#overlap-chart", SetChart.class).chosenProperty().get());
    watch.warmUp(() -> {
      person.press(toggle(2));
      return true;
    });
    TableView<?> table = person.find("#overlap-table", TableView.class);
    assertTrue(String.valueOf(table.getSelectionModel().getSelectedItem()).contains("count=" + count));
    watch.warmUp(() -> {
      person.press(toggle(3));
      return true;
    });
    assertNotNull(person.find("#overlap-rules"));
    assertTrue(
        person.texts("#overlap-rules .label").stream().anyMatch(t -> t.contains("only one of the two")));
    assertTrue(person.texts("#overlap-rules .label").contains("What sets them apart"));
  }

  @Test
  void thePictureIsSaved() throws Exception {
    Path svg = folder.resolve("recoupement.svg");
    Path png = folder.resolve("recoupement.png");
    watch.warmUp(() -> {
      hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 3))));
      hand.files().next(svg).next(png);
      person.press("#overlap-save-svg");
      person.press("#overlap-save-png");
      return true;
    });
    String drawn = Files.readString(svg);
    assertTrue(drawn.contains("<circle") && drawn.contains("<path") && drawn.contains("d=\"M"), drawn);
    assertEquals((byte) 0x89, Files.readAllBytes(png)[0]);
  }

  @Test
  void segmentsAreDraggedToAFolderAndLookedAtTogether() throws Exception {
    project.organising().addFolder("Spring");
    watch.warmUp(() -> {
      hand.does(hand.model()::changed);
      hand.does(() -> hand.model().go(new Place.Library()));
      return true;
    });
    ListView<?> segments = person.find("#library-segments", ListView.class);
    Node folderCell = person.all(Label.class, label -> label.getText().equals("Spring")).getFirst();
    String first = ((SavedSegment) segments.getItems().getFirst()).id();
    watch.warmUp(() -> {
      person.press(person.all(Label.class, label -> label.getText().equals(name(first))).getFirst());
      person.drags(person.all(Label.class, label -> label.getText().equals(name(first))).getFirst(),
          folderCell);
      return true;
    });
    assertEquals("Spring", project.view().filings().of(first).folder());
    watch.warmUp(() -> {
      hand.does(() -> segments.getSelectionModel().selectAll());
      person.press("#library-overlap");
      return true;
    });
    assertTrue(person.find("#overlap-chart", SetChart.class) instanceof UpSet);
  }

  private String name(String id) {
    return project.view()
        .segments()
        .stream()
        .filter(saved -> saved.id().equals(id))
        .findFirst()
        .orElseThrow()
        .segment()
        .name();
  }

  private Node toggle(int index) {
    return person.find("#overlap-form", Node.class)
        .lookupAll(".toggle-button")
        .stream()
        .toList()
        .get(index);
  }

  private int number(String selector) {
    return Integer.parseInt(person.find(selector, Label.class).getText().replaceAll("\\D", ""));
  }
}
