package app.parcelle.ui.intake;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.intake.LinksViewModel.Found;
import app.parcelle.ui.theme.Parts;

/** How the tables are linked: a picture, the figures of each link, and links that could be made. */
final class LinksView extends VBox {
  private final LinksViewModel model;
  private final DataWords words;
  private final VBox content = new VBox(12);
  private final InvalidationListener change = _ -> show();

  LinksView(LinksViewModel model, Runnable leave, DataWords words) {
    this.model = model;
    this.words = words;
    setSpacing(12);
    getStyleClass().add("workspace");
    Button back = Parts.iconButton(Feather.ARROW_LEFT, words.text("mend.back"));
    back.setId("leave-links");
    back.setOnAction(_ -> leave.run());
    getChildren().addAll(Parts.line(8, back, Parts.wrapped(words.text("link.title"), "title")),
        Parts.scrolling(content, 16));
    model.found().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    Found found = model.found().get();
    if (found == null) {
      VBox waiting = new VBox(12, new ProgressIndicator(), Parts.label(words.text("link.job.look")));
      waiting.getStyleClass().add("empty-state");
      content.getChildren().setAll(waiting);
      return;
    }
    content.getChildren()
        .setAll(card("link.picture", new LinkPicture(found.reports(), words),
            Parts.wrapped(words.text("link.share.what"), "muted", "small")), figures(found.reports()),
            proposals(found.proposals()));
  }

  private VBox card(String key, javafx.scene.Node... parts) {
    VBox card = new VBox(10, Parts.label(words.text(key), "heading")); // keys: link.*
    card.getChildren().addAll(parts);
    card.getStyleClass().add("card");
    return card;
  }

  private VBox figures(List<LinkReport> reports) {
    VBox card = card("link.figures");
    for (LinkReport report : reports) {
      LinkReport.Customers customers = report.customers();
      if (customers != null) {
        card.getChildren()
            .add(line(report.table(), Optional.ofNullable(customers.through()),
                words.text("link.customers", report.table().name(), customers.linked(), customers.orphans(),
                    customers.onlyHere(), customers.keyless())));
      }
      report.lookups()
          .forEach(lookup -> card.getChildren()
              .add(line(report.table(), Optional.of(lookup.link()),
                  words.text("link.looked-up", report.table().name(), lookup.link().table(), lookup.found(),
                      lookup.notFound(), lookup.missing()))));
    }
    if (card.getChildren().size() == 1) {
      card.getChildren().add(Parts.wrapped(words.text("link.none"), "muted"));
    }
    return card;
  }

  private HBox line(TableVersion table, Optional<Link> link, String figures) {
    HBox line = Parts.line(12, Parts.wrapped(figures), Parts.gap());
    link.ifPresent(made -> {
      Button undo = Parts.button(words.text("link.undo"), () -> model.undo(table, made.column()));
      undo.disableProperty().bind(model.working());
      line.getChildren().add(undo);
    });
    return line;
  }

  private VBox proposals(List<LinkProposal> proposals) {
    VBox card = card("link.proposed");
    for (LinkProposal proposal : proposals) {
      Button make = Parts.button(words.text("link.make"), () -> model.make(proposal));
      make.disableProperty().bind(model.working());
      make.getStyleClass().add("make-link");
      card.getChildren()
          .add(Parts.line(12,
              new VBox(2,
                  Parts
                      .wrapped(words.text("link.from", proposal.from(), LinkProposals.what(proposal, words))),
                  Parts.wrapped(LinkProposals.found(proposal, words), "muted", "small")),
              Parts.gap(), make));
    }
    if (proposals.isEmpty()) {
      card.getChildren().add(Parts.wrapped(words.text("link.proposed.none"), "muted"));
    }
    return card;
  }
}
