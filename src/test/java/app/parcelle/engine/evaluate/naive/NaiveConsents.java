package app.parcelle.engine.evaluate.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.table.Role;

/** What customers have consented to. */
final class NaiveConsents {
  private final NaiveWorld world;
  private final NaiveValues values;
  private final NaiveRows rows;
  private final NaiveFields fields;

  NaiveConsents(NaiveWorld world, NaiveValues values, NaiveRows rows, NaiveFields fields) {
    this.world = world;
    this.values = values;
    this.rows = rows;
    this.fields = fields;
  }

  ConsentState state(Consent consent, String customer) {
    if (!world.hasTable(consent.source())) {
      return state(fields.cell(consent.source(), customer).value());
    }
    NaiveTable ledger = world.table(consent.source());
    LocalDate day = consent.asOf() == null ? values.today() : consent.asOf();
    List<Map<String, Object>> entries = rows.seen(ledger, customer)
        .stream()
        .filter(row -> NaiveRows.time(ledger, row).filter(at -> !values.day(at).isAfter(day)).isPresent())
        .filter(row -> is(consent.purpose(), row.get(RandomRows.PURPOSE)))
        .filter(row -> is(consent.channel(), row.get(RandomRows.CHANNEL)))
        .toList();
    return entries.isEmpty()
        ? ConsentState.UNKNOWN
        : state(entries.getLast().get(ledger.named(Role.CONSENT).orElseThrow()));
  }

  private static boolean is(@Nullable String wanted, @Nullable Object said) {
    return wanted == null
        || (said instanceof String text && NaiveValues.folded(text).equals(NaiveValues.folded(wanted)));
  }

  private static ConsentState state(@Nullable Object said) {
    return said instanceof Boolean yes
        ? yes ? ConsentState.GRANTED : ConsentState.REFUSED
        : ConsentState.UNKNOWN;
  }
}
