package app.parcelle.ui.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.SameThreadJobs;

/** Where rows go, and what that changes, on a real project. */
class DestinationViewModelTest {
  private static final String MAY = "client;commande;jour;montant\nC1;A1;2026-05-01;10\nC2;A2;2026-05-02;20\n";
  private static final String JUNE = "client;commande;jour;montant\nC2;A2;2026-05-02;25\nC3;A3;2026-06-03;30\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<Throwable> complaints = new ArrayList<>();
  private Project project;
  private ImportViewModel model;

  @BeforeEach
  void importMay() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    model = new ImportViewModel(ImportSource.of(project), new SameThreadJobs(), complaints::add, () -> {});
    model.prepare(List.of(file("ventes.csv", MAY)));
    model.importAll();
  }

  @AfterEach
  void close() {
    model.clear();
    project.close();
    assertEquals(List.of(), complaints);
  }

  private Origin file(String name, String text) throws IOException {
    return Sources.file(Files.writeString(folder.resolve(name), text));
  }

  private TableVersion table() {
    return project.view().tables().getFirst();
  }

  private RefreshReport pending() {
    return Objects.requireNonNull(model.pending().get()).report();
  }

  @Test
  void rowsBecomeANewTableUnlessOneIsChosen() throws IOException {
    model.prepare(List.of(file("juin.csv", JUNE)));
    assertInstanceOf(Destination.NewTable.class, Objects.requireNonNull(model.current().get()).destination());
    model.importAll();
    assertEquals(2, project.view().tables().size());
    assertNull(model.pending().get());
  }

  @Test
  void whatWouldChangeIsShownBeforeItDoes() throws IOException {
    model.refresh(table(), file("juin.csv", JUNE));
    assertEquals(
        new Destination.Update(table().tableId(), model.usualKey(table().tableId()).orElseThrow().id()),
        Objects.requireNonNull(model.current().get()).destination());
    model.importAll();
    assertEquals(2, table().rows());
    assertEquals(1, pending().rowsReplaced());
    assertEquals(1, Objects.requireNonNull(pending().orders()).added());
    assertEquals(1, Objects.requireNonNull(pending().orders()).changed());
    assertEquals(List.of(), model.reports());
    model.keep();
    assertEquals(3, table().rows());
    assertNull(model.pending().get());
    assertEquals(List.of(), model.waiting());
    assertNotNull(model.reports().getFirst().refresh());
  }

  @Test
  void droppedChangesLeaveTheProjectAsItWas() throws IOException {
    String before = project.fingerprint(JobContext.silent());
    model.refresh(table(), file("juin.csv", JUNE));
    model.importAll();
    model.dropChanges();
    assertNull(model.pending().get());
    assertEquals(1, model.waiting().size());
    assertEquals(before, project.fingerprint(JobContext.silent()));
    model.destination(new Destination.Replace(table().tableId()));
    model.importAll();
    assertEquals(1, Objects.requireNonNull(pending().orders()).gone());
    model.keep();
    assertEquals(2, table().rows());
  }

  @Test
  void leavingDropsWhatIsPending() throws IOException {
    model.refresh(table(), file("juin.csv", JUNE));
    model.importAll();
    model.clear();
    assertNull(model.pending().get());
    model.prepare(List.of(file("juin.csv", JUNE)));
    model.importAll();
    assertEquals(2, project.view().tables().size());
  }

  @Test
  void aRefreshIsRememberedTheNextTime() throws IOException {
    model.refresh(table(), file("juin.csv", JUNE));
    model.destination(new Destination.Append(table().tableId()));
    model.importAll();
    model.keep();
    model.refresh(table(), file("juillet.csv", JUNE));
    assertEquals(new Destination.Append(table().tableId()),
        Objects.requireNonNull(model.current().get()).destination());
  }

  @Test
  void linksAreProposedByTheValuesTheyShareAndMadeWhenTicked() throws IOException {
    model.prepare(List.of(file("clients.csv", "code;mail\nC1;a@x.fr\nC2;b@x.fr\nC3;c@x.fr\n")));
    model.role("code", Role.CUSTOMER_KEY);
    model.importAll();
    model.prepare(List.of(file("clics.csv",
        "mail;jour\na@x.fr;2026-06-01\nb@x.fr;2026-06-02\nc@x.fr;2026-06-03\na@x.fr;2026-06-04\n")));
    LinkProposal best = model.proposals(Objects.requireNonNull(model.current().get())).getFirst();
    assertEquals(new Link("mail", "clients", "mail"), best.link());
    assertEquals(LinkProposal.Kind.CUSTOMER, best.kind());
    assertEquals(3, best.found());
    model.link(best.link(), true);
    assertEquals(List.of(best.link()), Objects.requireNonNull(model.current().get()).options().links());
    model.importAll();
    assertEquals(List.of(best.link()), project.view().tables().getLast().links());
  }

  @Test
  void sourceOfAnotherKindIsRefusedBeforeItIsRead() throws IOException {
    model.refresh(table(), file("stock.csv", "article;prix\nA;1\nB;2\n"));
    assertFalse(model.ready());
    assertNotNull(model.fit(Objects.requireNonNull(model.current().get())).orElseThrow().refusal());
    model.destination(new Destination.NewTable());
    assertTrue(model.ready());
  }

  @Test
  void anImportThatIsGivenUpIsNotLeftHalfDone() throws IOException {
    HeldJobs held = new HeldJobs();
    ImportViewModel waiting = new ImportViewModel(ImportSource.of(project), held, complaints::add, () -> {});
    waiting.refresh(table(), file("juin.csv", JUNE));
    held.finish();
    waiting.importAll();
    waiting.cancelImport();
    held.finish();
    assertNull(waiting.pending().get());
    assertEquals(2, table().rows());
    model.prepare(List.of(file("juin.csv", JUNE)));
    model.importAll();
    assertEquals(2, project.view().tables().size());
  }
}
