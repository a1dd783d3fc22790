package app.parcelle.cli;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.table.Link;

/** How answers tell of links. */
final class LinkAnswer {
  private LinkAnswer() {}

  static ObjectNode json(LinkReport report) {
    ObjectNode json = Json.object();
    LinkReport.Customers customers = report.customers();
    if (customers == null) {
      json.putNull("customers");
    } else {
      ObjectNode part = json.putObject("customers");
      customers.tables().forEach(part.putArray("tables")::add);
      Link through = customers.through();
      if (through == null) {
        part.putNull("through");
      } else {
        part.set("through", link(through));
      }
      part.put("linked", customers.linked())
          .put("orphans", customers.orphans())
          .put("keyless", customers.keyless())
          .put("both", customers.both())
          .put("onlyHere", customers.onlyHere())
          .put("onlyThere", customers.onlyThere())
          .put("shared", customers.shared());
    }
    ArrayNode lookups = json.putArray("lookups");
    for (LinkReport.Lookup lookup : report.lookups()) {
      lookups.add(link(lookup.link()).put("found", lookup.found())
          .put("notFound", lookup.notFound())
          .put("missing", lookup.missing())
          .put("unknown", lookup.unknown())
          .put("doubles", lookup.doubles()));
    }
    return json;
  }

  private static ObjectNode link(Link link) {
    return Json.object().put("column", link.column()).put("table", link.table()).put("to", link.to());
  }

  static void lines(LinkReport report, List<String> lines, Session session) {
    String table = report.table().name();
    LinkReport.Customers customers = report.customers();
    if (customers != null) {
      lines.add(session.text("cli.links.customers", table, customers.linked(), customers.orphans(),
          customers.onlyHere(), customers.keyless()));
      if (customers.shared() > 0) {
        lines.add(session.text("cli.links.shared", table, customers.shared()));
      }
    }
    for (LinkReport.Lookup lookup : report.lookups()) {
      lines.add(session.text("cli.links.lookup", table, lookup.link().column(), lookup.link().table(),
          lookup.link().to(), lookup.found(), lookup.notFound(), lookup.missing()));
    }
  }

  static ObjectNode json(LinkProposal proposal) {
    return Json.object()
        .put("table", proposal.from())
        .put("column", proposal.link().column())
        .put("to", proposal.link().table() + "." + proposal.link().to())
        .put("kind", proposal.kind().id())
        .put("values", proposal.values())
        .put("found", proposal.found());
  }

  static String line(LinkProposal proposal, Session session) {
    // keys: cli.links.kind.*
    return session.text("cli.links.proposal", proposal.share(), proposal.from(), proposal.link().column(),
        proposal.link().table(), proposal.link().to(),
        session.text("cli.links.kind." + proposal.kind().id()));
  }
}
