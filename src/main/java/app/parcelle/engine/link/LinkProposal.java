package app.parcelle.engine.link;

import app.parcelle.engine.table.Link;

/**
 * A link that values speak for: so many of the different values of a column stand in a column of another table.
 *
 * @param from the name of the table that would have the link
 * @param values different values that were looked for: all of a stored column with up to 16,384 of them, else a sample of them drawn
 *     by hash; those of the sample of a file
 * @param found how many of them the other column has
 */
public record LinkProposal(String from, Link link, Kind kind, int values, int found) {

  /** What the link would do. */
  public enum Kind {
    /** The values are keys of customers: the column is the key column, and no link is needed. */
    CUSTOMER_KEY,
    /** The values lead to customers through a column of theirs. */
    CUSTOMER,
    /** The values are keys of a lookup table. */
    LOOKUP;

    /** The name in answers, such as {@code customer-key}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The part of the values that was found, 0 to 1. */
  public double share() {
    return values == 0 ? 0 : (double) found / values;
  }
}
