package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.SharedData;
import app.parcelle.cli.Ran;
import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.export.LibreOffice;
import app.parcelle.engine.export.WorkbookKeys;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.sample.SampleCopy;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.screens.GivenFiles;
import app.parcelle.ui.shell.Composition;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.SettingsFile;
import app.parcelle.ui.shell.ShellViewModel;
import app.parcelle.ui.theme.Theme;

/**
 * The same segment holds the same customers in the window, on the command line, in the file of its members, and in the workbook
 * that is read again.
 */
class FourWaysTest {
  @TempDir
  Path folder;

  @Test
  void onTheSample() throws Exception {
    Path file = folder.resolve("shop.parcelle");
    try (Project project = SampleCopy.open(file, Locale.FRANCE)) {
      String clusters = project.view().clusterings().getFirst().name();
      project.save(segment("Deuxième profil", "{'cluster':'%s','in':[2]}".formatted(clusters)));
    }
    everyWay(file);
  }

  @Test
  void onOnlineRetail() throws Exception {
    Path orders = SharedData.require("online_retail/online_retail_541909.csv.gz");
    Path file = folder.resolve("retail.parcelle");
    try (Project project = Project.create(file, ZoneId.of("Europe/London"))) {
      project.importFile(orders, ImportOptions.FOUND.withCountsWhen("Quantity > 0 and UnitPrice > 0"),
          JobContext.silent());
      List<FieldSteps> fields = project.fields()
          .fields()
          .stream()
          .filter(field -> Set.of("recency", "frequency", "monetary").contains(field.name()))
          .map(field -> new FieldSteps(field.id(), Pipeline.Missing.LEAVE_OUT, 0, Pipeline.Shape.LOG,
              Pipeline.Scale.STANDARD, Pipeline.Encoding.ONE_HOT, 1))
          .toList();
      ClusterRequest request = ClusterRequest.usual(new Pipeline(fields, 0), 4, 42);
      project.clusterings().save("RFM", project.clusterings().find(request, JobContext.silent()), List.of());
      project.save(segment("First cluster", "{'cluster':'RFM','in':[1]}"));
      project.save(segment("Asleep on the continent", """
          {'all':[{'field':'recency','op':'>=','value':90},
                  {'not':{'field':'Country','op':'equals','value':'united kingdom'}}]}"""));
    }
    everyWay(file);
  }

  private void everyWay(Path file) throws Exception {
    Map<String, Set<String>> window = new LinkedHashMap<>();
    try (Project project = Project.open(file)) {
      for (SavedSegment saved : project.view().segments()) {
        window.put(saved.segment().name(), inTheWindow(project, saved.segment()));
      }
    }
    List<String> names = new ArrayList<>(window.keySet());
    for (String name : names) {
      Set<String> shown = Objects.requireNonNull(window.get(name));
      assertFalse(shown.isEmpty(), name);
      Path members = folder.resolve("members.csv");
      JsonNode counted = Ran.answer("segment", "--project", file, "--name", name, "--members", members);
      assertEquals(shown.size(), counted.get("count").asInt(), name);
      assertEquals(shown, new TreeSet<>(Files.readAllLines(members).stream().skip(1).toList()), name);
      Path workbook = folder.resolve("segment.xlsx");
      Ran.answer("export", "--project", file, "--segment", name, "--to", workbook);
      assertEquals(shown, WorkbookKeys.byPoi(workbook), name);
      if (name.equals(names.getLast()) && LibreOffice.installed()) {
        assertEquals(shown,
            WorkbookKeys.byLibreOffice(workbook, Files.createDirectory(folder.resolve("office"))));
      }
    }
  }

  /** The customers that the audience panel is about; the figure on it is their number. */
  private Set<String> inTheWindow(Project project, Segment segment) throws Exception {
    return OnScreen.call(() -> {
      ShellViewModel workbench = new ShellViewModel(new SettingsFile(folder.resolve("settings")),
          new SameThread(),
          new GivenFiles(), Composition.samples(), Texts::new);
      workbench.show(project);
      SegmentScreen screen = new SegmentScreen(workbench);
      Scene scene = new Scene(screen.view(), 1368, 824);
      Theme.LIGHT.apply(scene);
      screen.arrive(new Place.Segments(segment));
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      Outcome outcome = Objects.requireNonNull(screen.model().outcome().get());
      assertEquals(segment.name(), outcome.segment().name());
      Set<String> keys = BitSet.valueOf(Objects.requireNonNull(outcome.evaluation().members()))
          .stream()
          .mapToObj(project.data().customers()::text)
          .collect(Collectors.toCollection(TreeSet::new));
      String figure = ((Label) scene.lookup(".audience-count")).getText();
      assertEquals(String.valueOf(keys.size()), figure.replaceAll("\\D", ""));
      return keys;
    });
  }

  private static Segment segment(String name, String rule) {
    return SegmentJson
        .read("{\"version\":1,\"name\":\"%s\",\"rule\":%s}".formatted(name, rule.replace('\'', '"')));
  }
}
