package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.ui.chart.SetChart;
import app.parcelle.ui.chart.UpSet;
import app.parcelle.ui.chart.Venn;
import app.parcelle.ui.shell.Place;

/** Someone looks at three segments together, chooses a region and makes a segment of it. */
class OverlapJourneyTest extends Journey {
  private Project project;
  private List<String> ids;

  @BeforeEach
  void open() throws Exception {
    project = startsWithSample(Language.ENGLISH);
    ids = project.view().segments().stream().map(SavedSegment::id).toList();
    first(() -> hand.does(() -> hand.model().go(new Place.Overlap(List.of()))));
  }

  @Test
  void aRegionOfThreeSegmentsBecomesASegment() throws Exception {
    first(() -> {
      for (String id : ids.subList(0, 3)) {
        person.press(person.find("#overlap-" + id, CheckBox.class));
      }
    });
    assertTrue(person.find("#overlap-chart", SetChart.class) instanceof Venn);
    SegmentOverlap found = project.overlap(ids.subList(0, 3), JobContext.silent());
    first(() -> {
      hand.does(() -> person.find("#overlap-chart", Node.class).requestFocus());
      person.keys(KeyCode.HOME);
      person.keys(KeyCode.ENTER);
    });
    int count = found.overlap().regions().getFirst().count();
    assertEquals(count, figure("#overlap-count"));
    first(() -> person.press("#overlap-make"));
    assertTrue(person.find("#rail-segments", ToggleButton.class).isSelected());
    assertEquals(count, figure(".large-figure"));
  }

  @Test
  void aClickInACircleChoosesItsRegionEverywhere() throws Exception {
    first(() -> {
      hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 2))));
      person.press(
          person.all(Label.class, label -> label.getStyleClass().contains("region-figure")).getFirst());
    });
    int chosen = person.find("#overlap-chart", SetChart.class).chosenProperty().get();
    assertTrue(chosen > 0);
    int count = figure("#overlap-count");
    first(() -> person.press(toggle(1)));
    assertTrue(person.find("#overlap-chart", SetChart.class) instanceof UpSet);
    assertEquals(chosen, person.find("#overlap-chart", SetChart.class).chosenProperty().get());
    first(() -> person.press(toggle(2)));
    TableView<?> table = person.find("#overlap-table", TableView.class);
    assertTrue(String.valueOf(table.getSelectionModel().getSelectedItem()).contains("count=" + count));
    first(() -> person.press(toggle(3)));
    assertNotNull(person.find("#overlap-rules"));
    assertTrue(
        person.texts("#overlap-rules .label").stream().anyMatch(t -> t.contains("only one of the two")));
    assertTrue(person.texts("#overlap-rules .label").contains("What sets them apart"));
  }

  @Test
  void thePictureIsSaved() throws Exception {
    Path svg = folder.resolve("recoupement.svg");
    Path png = folder.resolve("recoupement.png");
    first(() -> {
      hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 3))));
      hand.files().next(svg).next(png);
      person.press("#overlap-save-svg");
      person.press("#overlap-save-png");
    });
    String drawn = Files.readString(svg);
    assertTrue(drawn.contains("<circle") && drawn.contains("<path") && drawn.contains("d=\"M"), drawn);
    assertEquals((byte) 0x89, Files.readAllBytes(png)[0]);
  }

  @Test
  void segmentsAreDraggedToAFolderAndLookedAtTogether() throws Exception {
    project.organising().addFolder("Spring");
    first(() -> {
      hand.does(hand.model()::changed);
      hand.does(() -> hand.model().go(new Place.Library()));
    });
    ListView<?> segments = person.find("#library-segments", ListView.class);
    Node folderCell = person.all(Label.class, label -> label.getText().equals("Spring")).getFirst();
    String first = ((SavedSegment) segments.getItems().getFirst()).id();
    first(() -> {
      person.press(person.all(Label.class, label -> label.getText().equals(name(first))).getFirst());
      person.drags(person.all(Label.class, label -> label.getText().equals(name(first))).getFirst(),
          folderCell);
    });
    assertEquals("Spring", project.view().filings().of(first).folder());
    first(() -> {
      hand.does(() -> segments.getSelectionModel().selectAll());
      person.press("#library-overlap");
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

  private int figure(String selector) {
    return number(person.find(selector, Label.class).getText());
  }
}
