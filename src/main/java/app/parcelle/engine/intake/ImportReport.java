package app.parcelle.engine.intake;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.TableDraft.Reject;
import app.parcelle.engine.table.TableVersion;

/**
 * What an import did. Rows read = rows stored + rows rejected.
 *
 * @param keyless rows stored without a customer, because their key is missing
 * @param rejects the first 1,000
 * @param directory customers ever seen in the project
 * @param base customers that segments start from
 * @param notes what a person should know about the values; see {@link TextSource#notes}
 * @param preset the id of the preset that was followed; null where none was
 */
public record ImportReport(TableVersion table, long rowsRead, long rowsStored, long rowsRejected,
    long keyless,
    @Nullable Counted counted, List<Reject> rejects, int directory, int base, List<Message> notes,
    @Nullable String preset) {

  /**
   * The rows that count and have a customer.
   *
   * @param orders distinct order keys, or rows where the table has none
   * @param amount their sum, exact; null where the table has no amount
   */
  public record Counted(long rows, long orders, int customers, @Nullable BigDecimal amount) {}
}
