package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;

/** How segments are kept, in a project with the segments s4 “Above 100” and s6 “First cluster”. */
class OrganisingTest {
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
  void segmentsAreMovedTogetherIntoAFolderThatIsMade() {
    isKeptUndoneAndDoneAgain("Moved “Above 100, First cluster” to the folder “Newsletters/VIP”",
        organising -> organising.move(List.of("s4", "s6"), " Newsletters / VIP "));
    assertEquals("Newsletters/VIP", folderOf("s4"));
    assertEquals("Newsletters/VIP", folderOf("s6"));
    assertEquals(List.of("Newsletters", "Newsletters/VIP"), folders());
  }

  @Test
  void foldersThatDifferInCaseAreOne() {
    project.organising().move(List.of("s4"), "Newsletters/VIP");
    project.organising().move(List.of("s6"), "newsletters/vip");
    assertEquals(List.of("Newsletters", "Newsletters/VIP"), folders());
    assertEquals("Newsletters/VIP", folderOf("s6"));
  }

  @Test
  void aSegmentLeavesItsFolderWhichThenIsGone() {
    project.organising().move(List.of("s4"), "Newsletters");
    project.organising().move(List.of("s4"), "");
    assertEquals("Took “Above 100” out of its folder", lastStep());
    assertEquals(List.of(), folders());
  }

  @Test
  void anEmptyFolderStays() {
    isKeptUndoneAndDoneAgain("Made the folder “Spring/Offers”",
        organising -> assertEquals("Spring/Offers", organising.addFolder("Spring/Offers")));
    assertEquals(List.of("Spring", "Spring/Offers"), folders());
  }

  @Test
  void aRenamedFolderTakesItsContentAlong() {
    project.organising().move(List.of("s4"), "Spring/Offers");
    project.organising().addFolder("Spring/Later");
    isKeptUndoneAndDoneAgain("Renamed the folder “Spring” to “Archive/2026”",
        organising -> organising.renameFolder("Spring", "Archive/2026"));
    assertEquals("Archive/2026/Offers", folderOf("s4"));
    assertEquals(List.of("Archive", "Archive/2026", "Archive/2026/Later", "Archive/2026/Offers"), folders());
  }

  @Test
  void renamingAFolderMayChangeItsCaseOrMakeItOneWithAnother() {
    project.organising().move(List.of("s4"), "spring/offers");
    project.organising().renameFolder("spring", "Spring");
    assertEquals("Spring/offers", folderOf("s4"));
    project.organising().move(List.of("s6"), "Archive/Offers");
    project.organising().renameFolder("Spring", "archive");
    assertEquals("Archive/Offers", folderOf("s4"));
    assertEquals(List.of("Archive", "Archive/Offers"), folders());
  }

  @Test
  void aFolderDoesNotGoIntoItselfAndHasAName() {
    project.organising().addFolder("Spring");
    assertEquals("project.folder-in-itself",
        refused(() -> project.organising().renameFolder("Spring", "Spring/Spring")));
    assertEquals("project.no-folder-name", refused(() -> project.organising().renameFolder("Spring", " / ")));
    assertEquals("project.no-folder-name", refused(() -> project.organising().addFolder(" ")));
  }

  @Test
  void whatARemovedFolderHeldIsInTheOneAround() {
    project.organising().move(List.of("s4"), "Spring/Offers/VIP");
    project.organising().move(List.of("s6"), "Spring");
    isKeptUndoneAndDoneAgain("Removed the folder “Spring/Offers”",
        organising -> organising.removeFolder("Spring/Offers"));
    assertEquals("Spring/VIP", folderOf("s4"));
    project.organising().removeFolder("Spring");
    assertEquals("VIP", folderOf("s4"));
    assertEquals("", folderOf("s6"));
    assertEquals(List.of("VIP"), folders());
  }

  @Test
  void tagsAndNotesAreKept() {
    isKeptUndoneAndDoneAgain("Changed the tags and the note of “Above 100”",
        organising -> organising.describe("s4", List.of(" vip", "Paris", "VIP", ""), " for the spring \n"));
    assertEquals(List.of("vip", "Paris"), project.view().filings().of("s4").tags());
    assertEquals("for the spring", project.view().filings().of("s4").note());
  }

  @Test
  void whatChangesNothingIsNoStep() {
    project.organising().move(List.of("s4"), "Spring");
    project.organising().describe("s4", List.of("vip"), "note");
    int steps = project.journal().size();
    project.organising().move(List.of("s4"), "spring");
    project.organising().describe("s4", List.of("vip "), "note");
    project.organising().addFolder("Spring");
    project.organising().renameFolder("Spring", "Spring");
    project.organising().removeFolder("Summer");
    assertEquals(steps, project.journal().size());
  }

  @Test
  void aCopyIsKeptAsTheSegmentIs() {
    project.organising().move(List.of("s4"), "Spring");
    project.organising().describe("s4", List.of("vip"), "note");
    String copy = project.organising().duplicate("s4", "Above 100 again");
    assertEquals("Saved the segment “Above 100 again”", lastStep());
    assertEquals("Spring", folderOf(copy));
    assertEquals(List.of("vip"), project.view().filings().of(copy).tags());
    assertEquals(project.view().segments().getFirst().segment().rule(),
        project.view().segments().getLast().segment().rule());
    assertEquals("project.name-taken",
        refused(() -> project.organising().duplicate("s4", "ABOVE 100 again")));
  }

  @Test
  void aCopyKeepsTheLimit() {
    Limit best = new Limit(BigDecimal.TEN, false, null, true, null, "seed");
    String id = project
        .save(new Segment("Ten", new Condition.Everyone(), new Segment.Reference.Project(), null, best));
    project.organising().duplicate(id, "Ten more");
    assertEquals(best, project.view().segments().getLast().segment().limit());
  }

  @Test
  void aDeletedSegmentComesBackToItsFolder() {
    project.organising().move(List.of("s4"), "Spring");
    project.removeSegment("s4");
    assertEquals(List.of(), folders());
    project.undo();
    assertEquals("Spring", folderOf("s4"));
  }

  @Test
  void partsAreSavedInOneStepThatOneUndoTakesBack() {
    List<Segment> parts = List.of(everyone("A"), everyone("B"), everyone("C"));
    List<SavedSegment> before = project.view().segments();
    isKeptUndoneAndDoneAgain("Split the segment “Above 100”",
        organising -> organising.saveParts("s4", parts, "Above 100"));
    assertEquals(List.of("Above 100", "First cluster", "A", "B", "C"),
        project.view().segments().stream().map(s -> s.segment().name()).toList());
    assertEquals(5, project.view().segments().stream().map(SavedSegment::id).distinct().count());
    assertEquals("Above 100", folderOf(project.view().segments().getLast().id()));
    project.undo();
    assertEquals(before, project.view().segments());
    assertEquals(List.of(), folders());
  }

  @Test
  void partsOfWhichOneCannotBeSavedAreNotSaved() {
    int steps = project.journal().size();
    assertEquals("project.name-taken", refused(
        () -> project.organising().saveParts("s4", List.of(everyone("A"), everyone("above 100")), "P")));
    assertEquals("project.name-taken",
        refused(() -> project.organising().saveParts("s4", List.of(everyone("A"), everyone("a")), "P")));
    assertEquals(steps, project.journal().size());
  }

  @Test
  void whenASegmentWasChangedIsKnownAndIsNoPartOfTheFingerprint() {
    Segment everyone = everyone("A");
    String id = project.save(everyone);
    String before = project.fingerprint(JobContext.silent());
    assertNotNull(project.view().filings().of(id).changed());
    project.undo();
    project.save(everyone);
    assertEquals(before, project.fingerprint(JobContext.silent()));
  }

  @Test
  void aSegmentThatIsGoneIsRefused() {
    assertEquals("project.no-segment", refused(() -> project.organising().move(List.of("s99"), "A")));
    assertEquals("project.no-segment", refused(() -> project.organising().describe("s99", List.of("a"), "")));
    assertEquals("project.no-segment", refused(() -> project.removeSegment("s99")));
  }

  private void isKeptUndoneAndDoneAgain(String said, Consumer<Organising> change) {
    String before = project.fingerprint(JobContext.silent());
    int steps = (int) project.journal().stream().filter(e -> !e.undone()).count();
    change.accept(project.organising());
    String after = project.fingerprint(JobContext.silent());
    assertNotEquals(before, after);
    assertEquals(steps + 1, project.journal().stream().filter(e -> !e.undone()).count());
    assertEquals(said, lastStep());
    project.undo();
    assertEquals(before, project.fingerprint(JobContext.silent()));
    project.redo();
    project.close();
    project = Project.open(folder.resolve("shop.parcelle"));
    assertEquals(after, project.fingerprint(JobContext.silent()));
  }

  private static Segment everyone(String name) {
    return new Segment(name, new Condition.Everyone(), new Segment.Reference.Project(), null);
  }

  private List<String> folders() {
    return project.view().filings().allFolders();
  }

  private String folderOf(String id) {
    return project.view().filings().of(id).folder();
  }

  private String lastStep() {
    return new Texts(Locale.ENGLISH)
        .text(project.journal().stream().filter(e -> !e.undone()).toList().getLast().what());
  }

  private static String refused(org.junit.jupiter.api.function.Executable change) {
    return assertThrows(Problem.class, change).message().key();
  }
}
