package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.export.WorkbookKeys;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.engine.segment.SegmentJson;

/** The whole job, from files to workbook, in the window. What it counts is what the engine counts. */
class WholeJobTest extends Journey {
  private Texts texts;

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "FRENCH"})
  void filesBecomeSegmentsAndClustersAndAWorkbook(Language language) throws Exception {
    texts = language.texts();
    starts(language);

    SampleFiles.Written shop = SampleFiles.write(new SampleRequest(600, 15_000, language.locale(), 7),
        Files.createDirectory(folder.resolve("files")), JobContext.silent());
    hand.files()
        .next(shop.files().stream().map(SampleFiles.File::path).toArray(Path[]::new))
        .next(folder.resolve("shop.parcelle"));
    first(() -> person.press("#in-import"));
    first(() -> person.press("#start-import"));
    List<Integer> figures = person.texts(".report-figure")
        .stream()
        .filter(text -> text.chars().anyMatch(Character::isDigit))
        .map(Journey::number)
        .toList();
    for (int table = 0; table < shop.files().size(); table++) {
      int rows = Math.toIntExact(shop.files().get(table).rows());
      assertEquals(List.of(rows, rows, 0), figures.subList(3 * table, 3 * table + 3));
    }

    first(() -> person.press("#build-segment"));
    String city = texts.french() ? "Ville" : "City";
    String often = "{'field':'frequency','op':'>=','value':4}";
    buildsByClicking();
    assertEquals(count(often), audience());
    String town = addsACityByDragging(city);
    String inTown = "{'field':'%s','op':'is one of','values':['%s']}".formatted(city, town);
    assertCount("{'all':[%s,%s]}".formatted(often, inTown));
    excludes(city);
    assertCount("{'all':[%s,{'not':%s}]}".formatted(often, inTown));
    undoes(often, inTown);
    saves(texts.french() ? "Fidèles, hors grande ville" : "Regulars outside the largest city");

    String clusters = texts.text("clusters.save.name");
    int size = turnsAClusterIntoASegment(clusters);
    String first = "{'cluster':'%s','in':[1]}".formatted(clusters);
    assertEquals(size, count(first));
    assertEquals(size, audience());
    assertTrue(sentence().contains(clusters), sentence());
    person.press(button("builder.header.save"));

    Set<String> expected = new TreeSet<>();
    expected.addAll(keys("{'all':[%s,{'not':%s}]}".formatted(often, inTown)));
    expected.addAll(keys(first));
    assertEquals(expected, WorkbookKeys.byPoi(exportsBoth()));
  }

  private void buildsByClicking() throws Exception {
    first(() -> person.pressTwice(field(texts.text("sentence.title.frequency"))));
    person.press(card(texts.text("sentence.title.frequency")).lookup(".text-field"));
    person.writes("4");
    person.keys(KeyCode.ENTER);
  }

  /** Finds the field, lets go of it below the card that is there, and returns the city that is ticked. */
  private String addsACityByDragging(String city) throws Exception {
    person.press(".palette .text-field");
    person.writes(city);
    Label below = person.all(Label.class, label -> label.getText().equals(texts.text("builder.add.hint")))
        .getFirst();
    first(() -> person.drags(field(city), below));
    first(() -> person.press(card(city).lookup(".value")));
    CheckBox largest = person
        .all(CheckBox.class, box -> !box.getText().isEmpty() && box.getScene() != hand.scene())
        .getFirst();
    // once it is ticked, its box may come to stand for another city
    String named = largest.getText();
    person.press(largest);
    person.keys(KeyCode.ESCAPE);
    return named;
  }

  private void excludes(String city) throws Exception {
    Node card = card(city);
    hand.does(card::requestFocus);
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.E));
  }

  private void undoes(String often, String inTown) throws Exception {
    person.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertCount("{'all':[%s,%s]}".formatted(often, inTown));
    person.keys(KeyCode.SHORTCUT, KeyCode.Z);
    person.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertCount(often);
    person.keys(KeyCode.SHORTCUT, KeyCode.Y);
    person.keys(KeyCode.SHORTCUT, KeyCode.Y);
    person.press("#redo");
    assertCount("{'all':[%s,{'not':%s}]}".formatted(often, inTown));
  }

  private void saves(String name) throws Exception {
    person.press(".name-field");
    person.keys(KeyCode.SHORTCUT, KeyCode.A);
    person.writes(name);
    person.keys(KeyCode.ENTER);
    person.press(button("builder.header.save"));
    assertEquals(name, project().view().segments().getFirst().segment().name());
  }

  /** Finds clusters, makes a segment of the first, keeps them under their usual name; returns how many are in it. */
  private int turnsAClusterIntoASegment(String clusters) throws Exception {
    first(() -> person.press("#rail-clusters"));
    first(() -> person.press("#find-first"));
    int size = number(person.texts(".cluster-card .figure").getFirst());
    first(() -> person.press("#make-segment-1"));
    assertEquals(clusters, person.find("#clustering-name", TextField.class).getText());
    person.keys(KeyCode.ENTER);
    return size;
  }

  private Path exportsBoth() throws Exception {
    Path workbook = folder.resolve("segments.xlsx");
    first(() -> person.press(button("builder.header.export")));
    String earlier = project().view().segments().getFirst().id();
    person.press("#segment-" + earlier);
    hand.files().next(workbook);
    first(() -> person.press("#save-workbook"));
    return workbook;
  }

  private void assertCount(String rule) throws Exception {
    assertEquals(count(rule), audience());
  }

  private int count(String rule) throws Exception {
    int count = evaluate(rule).count();
    assertTrue(count > 0, rule);
    return count;
  }

  private Set<String> keys(String rule) throws Exception {
    BitSet members = BitSet.valueOf(Objects.requireNonNull(evaluate(rule).members()));
    Set<String> keys = new TreeSet<>();
    for (int customer : members.stream().toArray()) {
      keys.add(project().data().customers().text(customer));
    }
    return keys;
  }

  private Evaluation evaluate(String rule) throws Exception {
    return project().evaluate(
        SegmentJson.read("{\"version\":1,\"name\":\"x\",\"rule\":" + rule.replace('\'', '"') + "}"),
        JobContext.silent());
  }

  private int audience() throws Exception {
    return number(person.texts(".audience-count").getFirst());
  }

  private String sentence() throws Exception {
    return person.find(".sentence", Node.class).lookup("TextFlow").getAccessibleText();
  }

  private Node field(String title) throws Exception {
    String named = texts.text("builder.palette.add", title);
    return person
        .all(Node.class, node -> node.getStyleClass().contains("palette-item")
            && named.equals(node.getAccessibleText()))
        .getFirst();
  }

  private Node card(String title) throws Exception {
    return person
        .all(Node.class, node -> node.getStyleClass().contains("criterion")
            && node.lookup(".heading") instanceof Label heading && heading.getText().equals(title))
        .getFirst();
  }

  private Button button(String key) throws Exception {
    String text = texts.text(key);
    return person.all(Button.class, button -> button.getText() != null && button.getText().equals(text))
        .getFirst();
  }
}
