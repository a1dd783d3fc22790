package app.parcelle.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.job.SixPeople;

class LibraryViewModelTest {
  @TempDir
  Path folder;

  private final List<Throwable> complaints = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Project project;
  private LibraryViewModel model;

  @BeforeEach
  void open() throws Exception {
    project = SixPeople.in(folder);
    model = new LibraryViewModel(project, new SameThreadJobs(),
        new LibraryViewModel.After(message -> said.add(message.key()), complaints::add, () -> {}));
    model.refresh();
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void segmentsAreSortedByNameSizeAndChange() {
    assertEquals(List.of("Grown", "Old", "Town", "Young"), names());
    model.order().set(LibraryViewModel.Order.SIZE);
    assertEquals(List.of("Grown", "Town", "Old", "Young"), names());
    model.rename(segment("Young"), "Youngest");
    model.order().set(LibraryViewModel.Order.CHANGED);
    assertEquals("Youngest", names().getFirst());
  }

  @Test
  void searchLooksIntoNamesFoldersTagsAndNotes() {
    model.move(List.of(id("Old")), "Spring/VIP");
    model.describe(segment("Young"), List.of("éphémère"), "for the spring");
    model.search().set("spring");
    assertEquals(List.of("Old", "Young"), names());
    model.search().set("SPRING ephem");
    assertEquals(List.of("Young"), names());
    model.search().set("tow");
    assertEquals(List.of("Town"), names());
  }

  @Test
  void aFolderShowsWhatIsWithin() {
    model.move(List.of(id("Old")), "Spring/VIP");
    model.move(List.of(id("Young")), "Spring");
    model.folder().set("Spring");
    assertEquals(List.of("Old", "Young"), names());
    assertEquals(2, model.inside("Spring"));
    assertEquals(1, model.inside("Spring/VIP"));
    assertEquals(4, model.inside(null));
    model.removeFolder("Spring/VIP");
    model.removeFolder("Spring");
    assertNull(model.folder().get());
    assertEquals(4, names().size());
  }

  @Test
  void aFolderGoesIntoAnother() {
    model.move(List.of(id("Old")), "VIP");
    model.addFolder("Spring");
    model.moveFolder("VIP", "Spring");
    assertEquals("Spring/VIP", model.filing(segment("Old")).folder());
    model.moveFolder("Spring/VIP", null);
    assertEquals("VIP", model.filing(segment("Old")).folder());
    model.renameFolder("VIP", "Best");
    assertEquals("Best", model.filing(segment("Old")).folder());
  }

  @Test
  void aCopyHasANameOfItsOwn() {
    model.duplicate(segment("Old"), "Old (copy)");
    model.duplicate(segment("Old"), "Old (copy)");
    assertEquals(List.of("Grown", "Old", "Old (copy)", "Old (copy) 2", "Town", "Young"), names());
  }

  @Test
  void aSegmentThatOthersNeedIsDeletedOnlyWhenAPersonSaysSo() {
    Condition inOld = new Condition.InSegment(new FieldRef("Old", id("Old")), true,
        new Condition.Membership.Live());
    project.save(
        new Segment("Old ones", new Condition.AllOf(List.of(inOld)), new Segment.Reference.Project(), null));
    model.refresh();
    model.delete(List.of(segment("Old")));
    LibraryViewModel.Deletion asked = Objects.requireNonNull(model.deletion().get());
    assertEquals(List.of("Old ones"), asked.uses().stream().map(SegmentUse::name).toList());
    assertEquals(5, names().size());
    model.keep();
    assertNull(model.deletion().get());
    model.delete(List.of(segment("Old")));
    model.deleteNow(asked.segments());
    assertEquals(List.of("Grown", "Old ones", "Town", "Young"), names());
    assertEquals(-1, model.counts().get(id("Old ones")));
    project.undo();
    model.refresh();
    assertEquals(4, model.counts().get(id("Old ones")));
  }

  @Test
  void segmentsDeletedTogetherAreOneStepAndDoNotKeepEachOther() {
    Condition inOld = new Condition.InSegment(new FieldRef("Old", id("Old")), true,
        new Condition.Membership.Live());
    project.save(new Segment("Old ones", inOld, new Segment.Reference.Project(), null));
    model.refresh();
    model.delete(List.of(segment("Old"), segment("Old ones")));
    assertEquals(List.of("Grown", "Town", "Young"), names());
    assertEquals(List.of("library.deleted"), said);
    project.undo();
    model.refresh();
    assertEquals(5, names().size());
  }

  @Test
  void aNameThatIsTakenIsComplainedOf() {
    model.rename(segment("Old"), "young");
    assertEquals(1, complaints.size());
    assertEquals(List.of("Grown", "Old", "Town", "Young"), names());
  }

  private List<String> names() {
    return model.shown().stream().map(saved -> saved.segment().name()).toList();
  }

  private SavedSegment segment(String name) {
    return project.view()
        .segments()
        .stream()
        .filter(s -> s.segment().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String id(String name) {
    return SixPeople.id(project, name);
  }
}
