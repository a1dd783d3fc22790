package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;

/** Names of what is saved, in a project with the segments s4 and s6 and the clustering k5 of three clusters. */
class SavedNamesTest {
  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void aSmallProject() throws IOException {
    FormerProject.of(1).putAt(folder.resolve("shop.parcelle.mv.db"));
    project = Project.open(folder.resolve("shop.parcelle"));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void aRenamedSegmentKeepsItsIdItsPlaceAndItsRule() {
    SavedSegment before = project.view().segments().getFirst();
    project.rename("s4", " Best ");

    Segment segment = before.segment();
    assertEquals(new SavedSegment("s4",
        new Segment("Best", segment.rule(), segment.reference(), segment.zone())),
        project.view().segments().getFirst());
    assertEquals("Renamed the segment “Above 100” to “Best”", lastStep());
    assertEquals("s4",
        project.save(new Segment("Best", new Condition.Everyone(), segment.reference(), null)));
  }

  @Test
  void renamingIsUndoneAndDoneAgainAndKept() {
    String before = project.fingerprint(JobContext.silent());
    project.rename("s4", "Best");
    String after = project.fingerprint(JobContext.silent());
    assertNotEquals(before, after);
    project.undo();
    assertEquals(before, project.fingerprint(JobContext.silent()));
    assertEquals("Above 100", project.view().segments().getFirst().segment().name());
    project.redo();
    reopen();
    assertEquals(after, project.fingerprint(JobContext.silent()));
    assertEquals("Best", project.view().segments().getFirst().segment().name());
  }

  @Test
  void aNameThatIsBlankOrTakenOrASegmentThatIsGoneIsRefused() {
    int steps = project.journal().size();
    assertEquals("project.name-taken", refused(() -> project.rename("s4", "FIRST cluster")));
    assertEquals("segment.fault.noName", refused(() -> project.rename("s4", " ")));
    assertEquals("project.no-segment", refused(() -> project.rename("s99", "Best")));
    project.rename("s4", "Above 100");
    assertEquals(steps, project.journal().size());
    project.rename("s4", "above 100");
    assertEquals("above 100", project.view().segments().getFirst().segment().name());
  }

  @Test
  void namesOfClustersAreKeptUndoneAndPartOfTheFingerprint() {
    String before = project.fingerprint(JobContext.silent());
    project.clusterings().name("k5", List.of(" Regulars", "", "Once"));
    assertEquals(List.of("Regulars", "", "Once"), names());
    assertEquals("Named the clusters of “Shoppers”", lastStep());
    String after = project.fingerprint(JobContext.silent());
    assertNotEquals(before, after);
    reopen();
    assertEquals(List.of("Regulars", "", "Once"), names());
    project.undo();
    assertEquals(List.of(), names());
    assertEquals(before, project.fingerprint(JobContext.silent()));
    project.redo();
    assertEquals(after, project.fingerprint(JobContext.silent()));
  }

  @Test
  void namesThatSayTheSameAreNoStep() {
    int steps = project.journal().size();
    project.clusterings().name("k5", List.of("", " ", ""));
    assertEquals(steps, project.journal().size());
    assertEquals("project.no-clustering", refused(() -> project.clusterings().name("k99", List.of("a"))));
  }

  @Test
  void aClusteringIsSavedWithTheNamesOfItsClusters() {
    var request = project.view().clusterings().getFirst().request();
    var result = project.clusterings().find(request, JobContext.silent());
    String id = project.clusterings().save("Again", result, List.of("", "Second"));
    assertEquals(List.of("", "Second", ""), project.view().clusterings().getLast().names());
    var rule = new Condition.InCluster(id, Set.of(2));
    project.save(new Segment("Second ones", rule, new Segment.Reference.Project(), null));
    reopen();
    assertEquals(List.of("", "Second", ""), project.view().clusterings().getLast().names());
  }

  private List<String> names() {
    return project.view().clusterings().getFirst().names();
  }

  private String lastStep() {
    return new Texts(Locale.ENGLISH)
        .text(project.journal().stream().filter(e -> !e.undone()).toList().getLast().what());
  }

  private static String refused(org.junit.jupiter.api.function.Executable change) {
    return assertThrows(Problem.class, change).message().key();
  }

  private void reopen() {
    project.close();
    project = Project.open(folder.resolve("shop.parcelle"));
  }
}
