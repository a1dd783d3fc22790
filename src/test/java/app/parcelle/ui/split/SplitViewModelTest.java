package app.parcelle.ui.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.split.Split;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.job.SixPeople;
import app.parcelle.ui.split.SplitViewModel.Way;

class SplitViewModelTest {
  private static final Texts TEXTS = new Texts(Locale.UK);

  @TempDir
  Path folder;

  private final List<Throwable> complaints = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Project project;
  private SplitViewModel model;

  @BeforeEach
  void open() throws Exception {
    project = SixPeople.in(folder);
    model = new SplitViewModel(project, new SameThreadJobs(),
        new SplitViewModel.After(complaints::add, message -> said.add(TEXTS.text(message))));
    model.refresh();
    model.open(SixPeople.id(project, "Grown"));
  }

  @AfterEach
  void close() {
    project.close();
    assertEquals(List.of(), complaints);
  }

  @Test
  void thePartsAreCountedBeforeAnythingIsSaved() {
    assertNull(model.preview().get());
    int steps = project.journal().size();
    model.field().set(field("town"));
    assertEquals(List.of("Lyon 2", "Nice 1", "paris 1", "not filled in 1"), parts());
    assertEquals(5, preview().sum());
    model.parts().set(1);
    assertEquals(List.of("Lyon 2", "other values 2", "not filled in 1"), parts());
    assertEquals(steps, project.journal().size());
  }

  @Test
  void aFieldIsSplitInItsUsualWayUntilAnotherIsChosen() {
    model.field().set(field("town"));
    assertEquals(Way.VALUES, model.way().get());
    model.field().set(field("age"));
    assertEquals(Way.QUANTILES, model.way().get());
    model.way().set(Way.BOUNDS);
    assertNull(model.preview().get());
    model.bounds().set(List.of(new BigDecimal(50)));
    assertEquals(List.of("under 50 2", "50 and more 3"), parts());
  }

  @Test
  void thePartsAreSavedInAFolderOfTheSegmentsNameAndTakenBackTogether() {
    project.organising().move(List.of(SixPeople.id(project, "Grown")), "People");
    model.refresh();
    model.open(SixPeople.id(project, "Old"));
    model.open(SixPeople.id(project, "Grown"));
    assertEquals("People/Grown", model.folder().get());
    model.field().set(field("town"));
    model.save(TEXTS);
    assertEquals(8, project.view().segments().size());
    assertEquals(List.of("4 segments saved from “Grown”. One undo takes them all back."), said);
    assertEquals("People/Grown", project.view().filings().of(SixPeople.id(project, "Grown · Lyon")).folder());
    project.undo();
    assertEquals(4, project.view().segments().size());
  }

  @Test
  void whatCannotBeSplitSaysWhy() {
    model.field().set(field("town"));
    project.save(new app.parcelle.engine.segment.Segment("Nobody",
        new app.parcelle.engine.segment.Condition.Not(new app.parcelle.engine.segment.Condition.Everyone()),
        new app.parcelle.engine.segment.Segment.Reference.Project(), null));
    model.open(SixPeople.id(project, "Nobody"));
    assertNull(model.preview().get());
    assertEquals("split.nobody", Objects.requireNonNull(model.problem().get()).key());
  }

  @Test
  void aSegmentThatIsGoneGivesItsPlaceToAnother() {
    project.removeSegment(SixPeople.id(project, "Grown"));
    model.refresh();
    assertEquals("Old", Objects.requireNonNull(model.segment().get()).segment().name());
  }

  private List<String> parts() {
    return preview().parts()
        .stream()
        .map(part -> TEXTS.text(part.part().name()) + " " + part.count())
        .toList();
  }

  private Split preview() {
    return Objects.requireNonNull(model.preview().get());
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }
}
