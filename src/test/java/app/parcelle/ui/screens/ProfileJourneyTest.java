package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.Profiler;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Place;

/** Someone looks at what the columns of a table hold and makes a segment of a bar. */
class ProfileJourneyTest extends Journey {
  private static final String BIRTH = "Birth date";

  private Project project;

  @BeforeEach
  void open() throws Exception {
    project = startsWithSample(Language.ENGLISH);
    first(() -> {
      hand.does(() -> hand.model().go(new Place.Data(List.of())));
      person.press("#profile-table");
    });
  }

  private ColumnProfile profile(String column) {
    TableVersion table = project.view().tables().getFirst();
    return Profiler.profile(project.data(), table, JobContext.silent())
        .columns()
        .stream()
        .filter(one -> one.column().name().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private int audience() throws Exception {
    return number(person.find(".large-figure", Label.class).getText());
  }

  private void chooses(ColumnProfile column) throws Exception {
    first(() -> person.press(person.find("#profile-" + column.column().id(), Node.class).lookup(".heading")));
  }

  private void becomesASegment(Act act) throws Exception {
    first(act);
    assertTrue(person.find("#rail-segments", ToggleButton.class).isSelected());
  }

  @Test
  void barOfACardBecomesASegmentOfAsManyCustomers() throws Exception {
    ColumnProfile town = profile("City");
    becomesASegment(() -> person.press(person.find("#profile-" + town.column().id(), Node.class)
        .lookup(".value-line")));
    assertEquals(town.top().getFirst().rows(), audience());
  }

  @Test
  void keyboardGoesFromCardToInspectorToSegment() throws Exception {
    ColumnProfile birth = profile(BIRTH);
    hand.does(() -> person.find("#profile-filter", TextField.class).setText("birth"));
    chooses(birth);
    assertNotNull(person.find("#profile-bars"));
    hand.does(() -> person.find("#profile-bars", Node.class).requestFocus());
    person.keys(KeyCode.RIGHT);
    person.keys(KeyCode.RIGHT);
    becomesASegment(() -> person.keys(KeyCode.ENTER));
    assertEquals(Objects.requireNonNull(birth.range()).bins().get(2).rows(), audience());
  }

  @Test
  void missingBecomesASegment() throws Exception {
    ColumnProfile birth = profile(BIRTH);
    chooses(birth);
    becomesASegment(() -> person.press("#profile-part-missing"));
    assertEquals(birth.missing(), audience());
  }

  @Test
  void arrowsMoveFromCardToCard() throws Exception {
    TableVersion table = project.view().tables().getFirst();
    person.press("#profile-" + table.columns().getFirst().id());
    person.keys(KeyCode.RIGHT);
    assertEquals(table.columns().get(1).name(),
        person.find("#profile-column .title", Labeled.class).getText());
    for (int i = 0; i < 20; i++) {
      person.keys(KeyCode.DOWN);
    }
    String deep = person.find("#profile-column .title", Labeled.class).getText();
    assertTrue(
        table.columns().stream().map(c -> c.name()).toList().indexOf(deep) >= table.columns().size() - 4);
  }

  @Test
  void pairsAreAMapATableAndAPicture() throws Exception {
    Path picture = folder.resolve("pairs.svg");
    Path pixels = folder.resolve("pairs.png");
    first(() -> person.press(person.find("#profile-sides", Node.class).lookup(".last")));
    first(() -> person.press("#profile-heat-map"));
    hand.does(() -> person.find("#profile-heat-map", Node.class).requestFocus());
    person.keys(KeyCode.DOWN);
    person.keys(KeyCode.ENTER);
    assertNotNull(person.find("#profile-pair"));
    hand.files().next(picture).next(pixels);
    first(() -> {
      person.press("#profile-save-svg");
      person.press("#profile-save-png");
    });
    String svg = Files.readString(picture);
    assertTrue(svg.startsWith("<svg") && svg.contains(">" + BIRTH + "</text>"), svg.substring(0, 200));
    int compared = Associations.of(project.data(), project.view().tables().getFirst(), JobContext.silent())
        .columns()
        .size();
    int cells = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(picture.toFile())
        .getElementsByTagName("rect")
        .getLength();
    assertTrue(cells >= compared * (compared - 1) / 2, cells + " rectangles");
    assertEquals((byte) 0x89, Files.readAllBytes(pixels)[0]);
    first(() -> person.press(person.find("#profile-form", Node.class).lookup(".last")));
    assertTrue(person.find("#profile-pairs", TableView.class).getItems().size() > 10);
  }

  @Test
  void commandPaletteLeadsThere() throws Exception {
    person.press("#profile-back");
    assertNull(person.find("#profile-columns"));
    person.keys(KeyCode.SHORTCUT, KeyCode.K);
    person.writes("column prof");
    person.keys(KeyCode.ENTER);
    assertNotNull(person.find("#profile-columns"));
    assertTrue(person.find("#rail-data", ToggleButton.class).isSelected());
  }
}
