package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal.Kind;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.shop.FiveSources;

/** A shop whose exports are of five kinds: nothing is said but yes to what is proposed. */
class FiveSourcesTest {
  private static final JobContext JOB = JobContext.silent();

  @TempDir
  Path folder;

  private static TableVersion table(Project project, String name) {
    return project.view().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  /** Imports a file with all links that are proposed for it, the most likely one of each column. */
  private static List<LinkProposal> importProposed(Project project, Path file) {
    List<LinkProposal> proposals = project.links().propose(Sources.file(file), ImportOptions.FOUND, JOB);
    List<LinkProposal> best = proposals.stream()
        .filter(p -> proposals.stream()
            .filter(o -> o.link().isFrom(p.link().column()))
            .findFirst()
            .orElseThrow()
            .equals(p))
        .filter(p -> p.kind() != Kind.CUSTOMER_KEY)
        .toList();
    ImportOptions options = ImportOptions.FOUND.withLinks(best.stream().map(LinkProposal::link).toList());
    ImportPreview preview = project.preview(Sources.file(file), options, JOB);
    best.stream()
        .filter(p -> p.kind() == Kind.CUSTOMER)
        .forEach(p -> assertTrue(preview.columns()
            .stream()
            .anyMatch(
                c -> c.name().equals(p.link().column()) && c.role() == Role.CUSTOMER_KEY)));
    project.importFile(file, options, JOB);
    return best;
  }

  @Test
  void whatIsProposedLinksThemAllAndFollowsTheNextMonth() throws IOException {
    FiveSources first = FiveSources.firstMonth();
    Path here = Files.createDirectory(folder.resolve("first"));
    try (Project project = Project.create(folder.resolve("shop"), ZoneId.of("Europe/Paris"))) {
      project.importFile(first.writeCustomers(here), ImportOptions.FOUND, JOB);
      project.importFile(first.writeProducts(here), ImportOptions.FOUND, JOB);
      assertEquals(TableKind.LOOKUP, table(project, "produits").kind());
      assertEquals(List.of(new Link("Référence", "produits", "Référence")),
          importProposed(project, first.writeOrders(here)).stream().map(LinkProposal::link).toList());
      assertEquals(List.of(new Link("email", "clients", "E-mail")),
          importProposed(project, first.writeEmails(here)).stream().map(LinkProposal::link).toList());
      LinkReport.Customers mails = customers(project, "emails");
      assertEquals(List.of((long) first.emailRows(), 0L, 0L),
          List.of(mails.linked(), mails.orphans(), mails.keyless()));
      LinkReport.Customers orders = customers(project, "commandes");
      assertEquals(List.of((long) first.orderRows(), 0L, 0L),
          List.of(orders.linked(), orders.orphans(), orders.keyless()));
      assertEquals(first.orderRows(), report(project, "commandes").lookups().getFirst().found());
      assertEquals(first.customers().size(), project.view().base());

      Sale sale = project.sales().propose(table(project, "commandes"), JOB);
      assertEquals(new Sale.Cost("Prix d’achat", true), sale.cost());
      project.sales().define(table(project, "commandes").tableId(), sale);
      assertTrue(project.fields().find(FieldRef.named("margin")).isPresent());

      Path later = Files.createDirectory(folder.resolve("second"));
      FiveSources second = FiveSources.secondMonth();
      into(project, "clients", second.writeCustomers(later));
      // the first customer has gone, and was written to once
      assertEquals(List.of(first.emailRows() - 1L, 1L, 0L), rows(customers(project, "emails")));
      into(project, "emails", second.writeEmails(later));
      assertEquals(List.of(second.emailRows() - 2L, 2L, 0L), rows(customers(project, "emails")));
      assertEquals(second.customers().size(), customers(project, "emails").both());
    }
  }

  private static List<Long> rows(LinkReport.Customers report) {
    return List.of(report.linked(), report.orphans(), report.keyless());
  }

  private static void into(Project project, String table, Path file) {
    project.imports()
        .into(Sources.file(file), ImportOptions.FOUND,
            new Destination.Replace(table(project, table).tableId()), JOB);
  }

  private static LinkReport report(Project project, String table) {
    return project.links().report(table(project, table), JOB);
  }

  private static LinkReport.Customers customers(Project project, String table) {
    return Objects.requireNonNull(report(project, table).customers());
  }
}
