package app.parcelle.ui.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.job.SixPeople;

class OverlapViewModelTest {
  @TempDir
  Path folder;

  private final List<Segment> opened = new ArrayList<>();
  private final List<Throwable> complaints = new ArrayList<>();
  private Project project;
  private OverlapViewModel model;

  @BeforeEach
  void open() throws Exception {
    project = SixPeople.in(folder);
    model = new OverlapViewModel(OverlapViewModel.Source.of(project), new SameThreadJobs(),
        new OverlapViewModel.After(complaints::add, opened::add));
  }

  @AfterEach
  void close() {
    project.close();
    assertEquals(List.of(), complaints);
  }

  @Test
  void tooManyForCirclesAreAMatrixUntilTheyAreFewEnough() {
    for (int i = 0; i < 4; i++) {
      project.organising().duplicate(id("Old"), "Old " + i);
    }
    List<String> all = project.view().segments().stream().map(saved -> saved.id()).toList();
    model.choose(all.subList(0, 4));
    assertEquals(OverlapViewModel.Form.MATRIX, model.form().get());
    assertFalse(model.circles());
    model.choose(all.get(0), false);
    assertEquals(OverlapViewModel.Form.PICTURE, model.form().get());
    model.form().set(OverlapViewModel.Form.MATRIX);
    model.choose(all.get(0), true);
    model.choose(all.get(0), false);
    assertEquals(OverlapViewModel.Form.MATRIX, model.form().get());
  }

  @Test
  void twoSegmentsAreNeededAndNoMoreThanTwelveAreTaken() {
    model.choose(id("Old"), true);
    assertNull(model.found().get());
    model.choose(id("Young"), true);
    assertEquals(6, found().overlap().union());
    model.choose(id("Young"), false);
    assertNull(model.found().get());
    for (int i = 0; i < 12; i++) {
      project.organising().duplicate(id("Old"), "Old " + i);
    }
    model.choose(project.view().segments().stream().map(saved -> saved.id()).toList());
    assertEquals(12, model.chosen().size());
    assertTrue(!model.room());
  }

  @Test
  void aRegionBecomesASegmentOfAsManyCustomers() {
    model.choose(List.of(id("Old"), id("Young"), id("Town")));
    for (int set = 0; set < 8; set++) {
      model.region().set(set);
      model.makeSegment("Region " + set);
      assertEquals(found().overlap().count(set),
          project.evaluate(opened.getLast(), JobContext.silent()).count());
    }
    assertEquals(8, opened.size());
  }

  @Test
  void withoutARegionNothingIsMade() {
    model.choose(List.of(id("Old"), id("Young")));
    model.makeSegment("nothing");
    assertEquals(List.of(), opened);
  }

  @Test
  void anotherChoiceForgetsTheRegion() {
    model.choose(List.of(id("Old"), id("Young")));
    model.region().set(3);
    model.choose(id("Town"), true);
    assertEquals(OverlapViewModel.NONE, model.region().get());
  }

  @Test
  void regionsAreOrderedBySizeOrByTheNumberOfSegments() {
    model.choose(List.of(id("Old"), id("Young"), id("Town")));
    List<Integer> bySize = model.regions().stream().map(Overlap.Region::count).toList();
    assertEquals(bySize.stream().sorted(java.util.Comparator.reverseOrder()).toList(), bySize);
    model.order().set(OverlapViewModel.Order.DEGREE);
    List<Integer> degrees = model.regions().stream().map(Overlap.Region::degree).toList();
    assertEquals(degrees.stream().sorted().toList(), degrees);
  }

  @Test
  void nearDuplicatesAreNamed() {
    project.organising().duplicate(id("Old"), "Old again");
    model.choose(List.of(id("Old"), id("Town"), id("Old again")));
    assertEquals(1, model.nearDuplicates().size());
    assertEquals(2, model.nearDuplicates().getFirst().second());
  }

  @Test
  void whatSetsTwoSegmentsApartIsSaidInASentence() {
    DistinctionWords words = new DistinctionWords(new Texts(Locale.UK), model.fields(), "Old");
    assertEquals("age: 60 on average only in “Old”, 42 in only one of the two",
        words.of(new Distinction(field("age"), null, 60, 42, 2)));
    assertEquals("town “Lyon”: 50% of those only in “Old”, 10% of all in only one of the two",
        words.of(new Distinction(field("town"), new Value.OfText("Lyon"), 0.5, 0.1, 2)));
  }

  @Test
  void aSegmentThatIsGoneIsNotLookedAtAnyMore() {
    model.choose(List.of(id("Old"), id("Young"), id("Town")));
    project.removeSegment(id("Town"));
    model.refresh();
    assertEquals(2, model.chosen().size());
    assertEquals(2, found().segments().size());
  }

  @Test
  void aSegmentThatCannotBeComputedIsNamed() {
    project.save(new Segment("Within", new Condition.InSegment(
        new FieldRef("Town", id("Town")), true,
        new Condition.Membership.Live()), new Segment.Reference.Project(), null));
    project.removeSegment(id("Town"));
    model.choose(List.of(id("Old"), id("Within")));
    assertNull(model.found().get());
    assertEquals("Within", Objects.requireNonNull(model.problem().get()).args().getFirst());
  }

  @Test
  void regionsAreSaidInWords() {
    model.choose(List.of(id("Old"), id("Young"), id("Town")));
    OverlapWords words = new OverlapWords(new Texts(Locale.UK));
    assertEquals("In “Old” and “Town”, not in “Young”", words.region(found(), 5));
    assertEquals("In “Old”, “Young” and “Town”", words.region(found(), 7));
    assertEquals("In none of these segments", words.region(found(), 0));
    assertEquals("Only in “Young”", words.regionName(found(), 2));
    assertEquals("Dans « Old », hors de « Young » et « Town »",
        new OverlapWords(new Texts(Locale.FRANCE)).region(found(), 1).replace('\u202f', ' '));
    assertNotNull(words.sets(found(), model.regions()));
  }

  private SegmentOverlap found() {
    return Objects.requireNonNull(model.found().get());
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private String id(String name) {
    return SixPeople.id(project, name);
  }
}
