package app.parcelle.engine.intake.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** The presets there are. */
public final class Presets {
  /** What a person says who wants none. */
  public static final String NONE = "none";

  static final List<String> IDS = List.of("adobe-campaign-recipients", "brevo-contacts", "brevo-logs",
      "ga4-bigquery", "ga4-exploration", "google-forms-responses", "hootsuite-posts", "hubspot-contacts",
      "hubspot-deals", "loyalty-cards", "mailchimp-audience", "mailchimp-campaigns", "marketo-activities",
      "marketo-people", "matomo-actions", "matomo-visits", "salesforce-contacts", "salesforce-leads",
      "salesforce-opportunities", "segment-identifies", "segment-tracks", "shopify-customers",
      "shopify-orders", "shopify-products", "sphinx-responses", "sprout-posts", "sprout-profiles",
      "surveymonkey-responses", "tealium-events", "till-receipts", "typeform-responses",
      "woocommerce-customers", "woocommerce-orders", "woocommerce-orders-report");

  private static final String FOLDER = "/app/parcelle/presets/";
  private static final List<Preset> ALL = IDS.stream().map(Presets::load).toList();

  private Presets() {}

  public static List<Preset> all() {
    return ALL;
  }

  /** @throws Problem when there is none of that name */
  public static Preset of(String id) {
    return ALL.stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("intake.no-preset", id, String.join(", ", IDS))));
  }

  /**
   * The preset of a table with these columns.
   *
   * @param said its id or {@link #NONE}; null for the one whose headers are there
   * @return null where there is none
   * @throws Problem when there is no preset of that name
   */
  public static @Nullable Recognised recognise(@Nullable String said, List<String> names) {
    Map<String, String> byKey = Recognised.byKey(names);
    if (said != null) {
      return said.equals(NONE) ? null : Recognised.of(of(said), names, byKey);
    }
    Recognised best = null;
    for (Preset preset : ALL) {
      Recognised tried = Recognised.of(preset, names, byKey);
      if (tried.isClear() && (best == null || tried.isMoreThan(best))) {
        best = tried;
      }
    }
    return best;
  }

  private static Preset load(String id) {
    try (InputStream in = Objects.requireNonNull(Presets.class.getResourceAsStream(FOLDER + id + ".json"))) {
      return PresetJson.read(id, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
