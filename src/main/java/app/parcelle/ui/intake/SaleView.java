package app.parcelle.ui.intake;

import java.math.BigDecimal;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.SaleReport;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;

/** What counts as a sale: the sentence, its editor at the left, and at the right what the definition does to the rows. */
final class SaleView extends VBox {
  private static final double FIGURES = 420;

  private final SaleViewModel model;
  private final DataWords words;
  private final TableVersion table;
  private final Label sentence = Parts.wrapped("");
  private final VBox problem = Parts.notice("bad");
  private final VBox figures = new VBox();
  private final Button apply;
  private final InvalidationListener draftChange = _ -> showDraft();
  private final InvalidationListener reportChange = _ -> showReport();

  SaleView(SaleViewModel model, TableVersion table, Runnable leave, DataWords words) {
    this.model = model;
    this.table = table;
    this.words = words;
    setSpacing(12);
    getStyleClass().add("workspace");
    Button back = Parts.iconButton(Feather.ARROW_LEFT, words.text("mend.back"));
    back.setId("leave-sale");
    back.setOnAction(_ -> leave.run());
    sentence.setId("sale-sentence");
    apply = Parts.button(words.text("sale.apply"), model::define, "accent");
    apply.setId("sale-apply");
    Button propose = Parts.button(words.text("sale.propose"), model::propose);
    propose.setId("sale-propose");
    VBox card = new VBox(new SaleEditor(model, words));
    card.getStyleClass().add("card");
    figures.getStyleClass().add("card");
    figures.setMinWidth(FIGURES);
    figures.setPrefWidth(FIGURES);
    figures.setMaxHeight(Region.USE_PREF_SIZE);
    HBox both = new HBox(12, Parts.scrolling(card, 12), figures);
    HBox.setHgrow(both.getChildren().getFirst(), Priority.ALWAYS);
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(
        Parts.line(8, back, Parts.wrapped(words.text("sale.title", table.name()), "title")),
        Parts.notice("", sentence), problem, both, Parts.line(8, propose, Parts.gap(), apply));
    WeakInvalidationListener drafts = new WeakInvalidationListener(draftChange);
    model.draft().addListener(drafts);
    model.problem().addListener(drafts);
    model.defining().addListener(drafts);
    model.report().addListener(new WeakInvalidationListener(reportChange));
    showDraft();
    showReport();
  }

  private void showDraft() {
    sentence.setText(model.sentence());
    Message refused = model.problem().get();
    problem.setVisible(refused != null);
    problem.setManaged(refused != null);
    if (refused != null) {
      problem.getChildren().setAll(Parts.wrapped(words.texts().text(refused)));
    }
    apply.setDisable(!model.changed() || model.defining().get());
  }

  private void showReport() {
    figures.getChildren().setAll(Parts.label(words.text("sale.figures"), "heading"));
    SaleReport report = model.report().get();
    if (report == null) {
      figures.getChildren().add(Parts.wrapped(words.text("sale.counting"), "muted"));
      return;
    }
    add("sale.all", report.all());
    add("sale.ruled-out", report.ruledOut());
    add("sale.cancelled", report.cancelled());
    add("sale.tests", report.tests());
    add("sale.returned", report.returns());
    add("sale.counted", report.counted(), "figure");
    add("sale.guests", report.guests());
    figures.getChildren().add(Parts.wrapped(words.text("sale.figures.what", table.name()), "muted", "small"));
  }

  private void add(String key, SaleReport.Part part, String... styles) {
    figures.getChildren().add(Details.line(words.text(key), worth(part), styles)); // keys: sale.*
  }

  private String worth(SaleReport.Part part) {
    @Nullable
    BigDecimal amount = part.amount();
    return amount == null
        ? words.text("data.rows", part.rows())
        : words.text("sale.worth", part.rows(), amount);
  }
}
