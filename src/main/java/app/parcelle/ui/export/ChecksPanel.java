package app.parcelle.ui.export;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.export.Preflight;
import app.parcelle.engine.export.SummaryTable;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** What there is to know before the workbook is written, and the button that writes it. */
final class ChecksPanel extends VBox {
  private static final double BAR = 286;

  private final ExportViewModel model;
  private final Texts texts;
  private final VBox checks = new VBox(12);
  private final InvalidationListener change = _ -> show();

  ChecksPanel(ExportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("side-panel");
    setSpacing(12);
    getChildren().setAll(Parts.label(texts.text("exports.checks"), "heading"), Parts.scrolling(checks, 14),
        save(), cancel());
    model.preview().addListener(new WeakInvalidationListener(change));
    show();
  }

  private Button save() {
    Button save = new Button(texts.text("exports.save"));
    save.setId("save-workbook");
    save.getStyleClass().add("accent");
    save.setMaxWidth(Double.MAX_VALUE);
    save.disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> model.preview().get() == null, model.preview())
                .or(model.saving())
                .or(model.looking()));
    save.setOnAction(_ -> model.save());
    return save;
  }

  private Button cancel() {
    Button cancel = new Button(texts.text("exports.cancel"));
    cancel.setId("cancel-saving");
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.visibleProperty().bind(model.saving());
    cancel.managedProperty().bind(model.saving());
    cancel.setOnAction(_ -> model.cancelSaving());
    return cancel;
  }

  private void show() {
    checks.getChildren().clear();
    Preview preview = model.preview().get();
    if (preview == null) {
      checks.getChildren().add(Parts.wrapped(texts.text("exports.checks.none"), "muted"));
      return;
    }
    Preflight found = preview.checks();
    if (found.rows() == 0) {
      warn(texts.text("exports.check.nobody"));
    } else {
      good(texts.text("exports.check.customers", found.rows()));
    }
    if (preview.summary().rows().size() > 2) {
      good(texts.text("exports.check.duplicates", found.duplicates()));
    }
    preview.reachable().ifPresent(reachable -> consent(found.rows(), reachable));
    good(texts.text("exports.check.size", found.columns(), size(found.bytes())));
    if (found.cut() + found.dates() + found.numbers() == 0) {
      good(texts.text("exports.check.limits"));
    }
    found.notes().forEach(note -> {
      if (note.key().equals("export.note.formulas") || note.key().equals("export.note.sheets")) {
        good(texts.text(note));
      } else {
        warn(texts.text(note));
      }
    });
    checks.getChildren().add(distribution(preview));
  }

  private void consent(int rows, int reachable) {
    if (rows > reachable) {
      warn(texts.text("exports.check.consent", rows - reachable));
    } else if (rows > 0) {
      good(texts.text("exports.check.consent.all"));
    }
  }

  private void good(String text) {
    check(Feather.CHECK, "good", text);
  }

  private void warn(String text) {
    check(Feather.ALERT_TRIANGLE, "warning", text);
  }

  private void check(Ikon sign, String tone, String text) {
    FontIcon icon = new FontIcon(sign);
    icon.getStyleClass().add(tone);
    Label label = Parts.wrapped(text);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox check = new HBox(8, icon, label);
    check.setAlignment(Pos.TOP_LEFT);
    check.getStyleClass().addAll("check", tone);
    checks.getChildren().add(check);
  }

  private VBox distribution(Preview preview) {
    VBox all = new VBox(6, Parts.label(texts.text("exports.distribution"), "section-label"));
    all.getStyleClass().add("distribution");
    int rows = preview.checks().rows();
    for (SummaryTable.Row row : preview.summary().rows()) {
      if (row.kind() == SummaryTable.Kind.SEGMENT) {
        Label name = Parts.wrapped(row.name(), "small");
        Label figure = Parts.fixed(
            texts.text("exports.count.share", row.customers(),
                rows == 0 ? 0.0 : (double) row.customers() / rows),
            "small", "muted");
        HBox line = new HBox(8, name, Parts.gap(), figure);
        line.setAlignment(Pos.BOTTOM_LEFT);
        ShareBar bar = new ShareBar(BAR, 6);
        bar.show(rows == 0 ? 0 : (double) row.customers() / rows);
        all.getChildren().addAll(line, bar);
      }
    }
    return all;
  }

  private String size(long bytes) {
    return bytes < 1_000_000
        ? texts.text("exports.size.kb", Math.max(1, Math.round(bytes / 1000.0)))
        : texts.text("exports.size.mb", bytes / 1e6);
  }
}
