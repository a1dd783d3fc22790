package app.parcelle.ui.segment;

import java.util.Optional;

import app.parcelle.ui.segment.Card.Block;

/** What a block means, in a sentence that says how it is joined to the one around it. */
record BlockWords(Desk desk) {

  /** Such as "Exclude those who meet at least one of these 2 conditions". */
  String meaning(Block block, Draft draft) {
    long asked = block.children().stream().filter(card -> !excluded(card)).count();
    String join = block.excluded() && asked <= 1 ? "one" : block.any() ? "any" : "all";
    // keys: builder.means.*
    String said = desk.text("builder.means." + role(block, draft) + "." + join, asked);
    return block.children().size() > asked && asked > 0 ? desk.text("builder.means.less", said) : said;
  }

  /** The word before a card; empty before the first. */
  String joining(Block block, int index) {
    Card card = block.children().get(index);
    if (excluded(card)) {
      return desk.text("builder.joining.except");
    }
    boolean first = block.children().subList(0, index).stream().allMatch(BlockWords::excluded);
    return first ? "" : desk.text(block.any() ? "builder.joining.or" : "builder.joining.and");
  }

  static boolean excluded(Card card) {
    return card instanceof Block block && block.excluded();
  }

  private static String role(Block block, Draft draft) {
    Optional<Block> parent = draft.parent(block.id());
    if (parent.isEmpty()) {
      return "root";
    }
    if (block.excluded()) {
      return "out";
    }
    return parent.get().excluded() ? "in" : parent.get().any() ? "or" : "and";
  }
}
