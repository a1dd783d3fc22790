package app.parcelle.ui.segment;

import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** A card on the screen. It stays as long as the card does, so that editing one value leaves the others alone. */
interface CardView {
  Region region();

  void show(Card card);

  /** Shows counts that have arrived; null before the first. */
  void count(@Nullable Outcome outcome);

  /** Marks the chosen cards, wherever in this one they are. */
  void select(Chosen chosen);

  /** The view of a card in this one, itself included; null when it is not in here. */
  @Nullable
  CardView find(long id);
}
