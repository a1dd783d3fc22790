package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkProposal.Kind;
import app.parcelle.engine.table.Link;
import app.parcelle.ui.theme.Parts;

/** Links that the values of a source speak for, with how many of them were found; each to be made or not. */
final class LinkProposals extends VBox {
  private static final int SHOWN = 5;

  private final ImportViewModel model;
  private final PreparedImport shown;
  private final DataWords words;
  private final InvalidationListener change = _ -> show();

  LinkProposals(ImportViewModel model, PreparedImport shown, DataWords words) {
    super(8);
    this.model = model;
    this.shown = shown;
    this.words = words;
    setId("link-proposals");
    model.allProposals().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    List<LinkProposal> proposals = model.proposals(shown);
    getChildren().clear();
    if (!proposals.isEmpty()) {
      getChildren().add(Details.section(words.text("link.proposed")));
      proposals.stream().limit(SHOWN).forEach(this::add);
    }
  }

  private void add(LinkProposal proposal) {
    Link link = proposal.link();
    String found = found(proposal, words);
    if (proposal.kind() == Kind.CUSTOMER_KEY) {
      getChildren().add(new VBox(2, Parts.wrapped(what(proposal, words)),
          Parts.wrapped(found, "muted", "small")));
      return;
    }
    CheckBox box = new CheckBox(what(proposal, words));
    box.setMnemonicParsing(false);
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    box.setSelected(shown.options().links().contains(link));
    box.setOnAction(_ -> model.link(link, box.isSelected()));
    getChildren().add(new VBox(2, box, Parts.wrapped(found, "muted", "small")));
  }

  /** What a proposed link would do. */
  static String what(LinkProposal proposal, DataWords words) {
    Link link = proposal.link();
    return switch (proposal.kind()) {
      case CUSTOMER_KEY -> words.text("link.key", link.column(), link.table());
      case CUSTOMER -> words.text("link.customer", link.column(), link.table(), link.to());
      case LOOKUP -> words.text("link.lookup", link.column(), link.table(), link.to());
    };
  }

  /** How many of its values were found. */
  static String found(LinkProposal proposal, DataWords words) {
    return words.text("link.found", proposal.found(), proposal.values(), proposal.share());
  }
}
