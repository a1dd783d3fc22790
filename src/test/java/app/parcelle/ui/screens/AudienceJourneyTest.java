package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.evaluate.SmallestChange;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;

/** Someone looks at who is in a segment, and why one of them is. */
class AudienceJourneyTest extends Journey {
  private Project project;
  private Segment segment;

  @BeforeEach
  void open() throws Exception {
    project = startsWithSample(Language.ENGLISH);
    segment = project.view().segments().getFirst().segment();
    first(() -> hand.does(() -> hand.model().go(new Place.Segments(segment))));
  }

  @Test
  void membersAreSortedAndOneOfThemIsExplained() throws Exception {
    first(() -> person
        .press(person.all(ToggleButton.class, side -> side.getText().equals("Customers")).getFirst()));
    int count = project.evaluate(segment, JobContext.silent()).count();
    assertEquals(count, table().getItems().size());
    Node monetary = person.all(Node.class, node -> ("sort-" + field("monetary")).equals(node.getId()))
        .getFirst();
    first(() -> person.press(monetary));
    List<String> ascending = column(3);
    person.press(monetary);
    List<String> descending = column(3);
    assertEquals(amounts(ascending).stream().sorted().toList(), amounts(ascending));
    assertTrue(amounts(descending).getFirst() >= amounts(descending).getLast());
    String key = Objects.requireNonNull(table().getItems().getFirst()).key();

    first(() -> person.pressTwice(person.all(Labeled.class, cell -> key.equals(cell.getText())).getFirst()));

    assertEquals(List.of(key + " is in"),
        person.all(Label.class, label -> label.getText().startsWith(key + " is"))
            .stream()
            .map(Labeled::getText)
            .toList());
    SmallestChange change = Objects
        .requireNonNull(project.explain(segment, key, JobContext.silent()).change());
    Node box = person.all(Node.class, node -> "smallest-change".equals(node.getId())).getFirst();
    List<String> said = OnScreen.call(() -> box.lookupAll(".label")
        .stream()
        .map(label -> ((Labeled) label).getText())
        .toList());
    assertEquals(1 + change.steps().size(), said.size());
    assertEquals("The smallest change to be out", said.getFirst());
  }

  @Test
  void aCustomerIsFoundFromTheFieldAtTheTop() throws Exception {
    String key = project.data().customers().text(7);
    person.keys(KeyCode.SHORTCUT, KeyCode.K);
    person.writes(key);
    ListView<?> found = (ListView<?>) person.find("#command-list .list-view");
    assertNotNull(found);
    assertEquals(1, found.getItems().size());
    person.keys(KeyCode.ENTER);
    assertFalse(person.all(Label.class, label -> label.getText().startsWith(key + " is ")).isEmpty());
    assertEquals(key, person.find("#why-key", TextInputControl.class).getText());
  }

  private String field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow().id();
  }

  @SuppressWarnings("unchecked")
  private TableView<MemberRows.Row> table() {
    return person.find("#members", TableView.class);
  }

  private List<String> column(int column) throws Exception {
    return OnScreen.call(() -> IntStream.range(0, table().getItems().size())
        .mapToObj(row -> String.valueOf(table().getColumns().get(column).getCellData(row)))
        .toList());
  }

  private static List<Double> amounts(List<String> written) {
    return written.stream()
        .filter(text -> !text.isEmpty())
        .map(text -> Double.valueOf(text.replace(",", "")))
        .toList();
  }
}
