package app.parcelle.engine.evaluate;

import java.util.Set;

import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;

/** What an entry of a ledger says: yes or no, 1 or 0, or one of these words, without regard to case, accents and dashes. */
public final class ConsentWords {
  private static final Set<String> GRANTED = Set.of("granted", "grant", "given", "yes", "y", "true", "1",
      "accepted", "accept", "agreed", "opt in", "optin", "opted in", "subscribed", "subscribe", "active",
      "allowed", "confirmed", "in", "oui", "o", "vrai", "accorde", "accordee", "accepte", "acceptee", "donne",
      "consenti", "abonne", "abonnee", "inscrit", "inscrite", "autorise", "autorisee", "actif");
  private static final Set<String> REFUSED = Set.of("refused", "refuse", "denied", "deny", "declined", "no",
      "n", "false", "0", "withdrawn", "withdraw", "revoked", "opt out", "optout", "opted out", "unsubscribed",
      "unsubscribe", "rejected", "objected", "inactive", "out", "non", "faux", "refusee", "retire", "retiree",
      "revoque", "revoquee", "desabonne", "desabonnee", "desinscrit", "desinscrite", "oppose", "opposee",
      "opposition", "interdit", "interdite", "inactif");

  private ConsentWords() {}

  public static ConsentState of(String text) {
    String bare = Folding.fold(text).replaceAll("[\\s_\\u2010-\\u2015-]+", " ").strip();
    return GRANTED.contains(bare)
        ? ConsentState.GRANTED
        : REFUSED.contains(bare) ? ConsentState.REFUSED : ConsentState.UNKNOWN;
  }

  /** Of a row of a column of texts, numbers or yes and no. */
  static ConsentState of(Chunk chunk, int row) {
    if (chunk.isMissing(row)) {
      return ConsentState.UNKNOWN;
    }
    Dictionary dictionary = chunk.dictionary();
    if (dictionary != null) {
      return of(dictionary.text(chunk.at(row)));
    }
    return chunk.at(row) == 1
        ? ConsentState.GRANTED
        : chunk.at(row) == 0 ? ConsentState.REFUSED : ConsentState.UNKNOWN;
  }
}
