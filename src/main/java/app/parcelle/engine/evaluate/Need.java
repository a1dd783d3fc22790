package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/** What a customer's value would have to be for one condition to change its truth. */
public sealed interface Need {
  /** From {@code least} to {@code most}, both included; null for an open end. Numbers or days. */
  record Within(@Nullable Value least, @Nullable Value most) implements Need {}

  /** Below {@code least} or above {@code most}; other than the one where they are equal. Numbers or days. */
  record Outside(Value least, Value most) implements Need {}

  /** One of these texts, or none of them. */
  record Among(List<String> texts, boolean any) implements Need {
    public Among {
      texts = List.copyOf(texts);
    }
  }

  /** Yes, or no. */
  record YesOrNo(boolean yes) implements Need {}

  /** Any value at all, or none. */
  record Filled(boolean filled) implements Need {}

  /** What the condition itself says, or its contrary: there is no shorter way to put it. */
  record AsSaid() implements Need {}

  /**
   * In words, such as "at least 3".
   *
   * @param met what the condition is to become
   * @param say how a value is written
   */
  default Message message(boolean met, Function<Value, String> say) {
    return switch (this) {
      case Within(Value least, Value most) when least != null && most != null -> least.equals(most)
          ? Message.of(least instanceof Value.OfDate ? "audience.need.on" : "audience.need.exactly",
              say.apply(least))
          : Message.of(least instanceof Value.OfDate ? "audience.need.days" : "audience.need.between",
              say.apply(least), say.apply(most));
      case Within(Value least, _) when least != null ->
        Message.of(least instanceof Value.OfDate ? "audience.need.from" : "audience.need.least",
            say.apply(least));
      case Within(_, Value most) when most != null ->
        Message.of(most instanceof Value.OfDate ? "audience.need.until" : "audience.need.most",
            say.apply(most));
      case Within _ -> Message.of("audience.need.filled");
      case Outside(Value least, Value most) -> least.equals(most)
          ? Message.of("audience.need.other", say.apply(least))
          : Message.of(least instanceof Value.OfDate ? "audience.need.notDays" : "audience.need.outside",
              say.apply(least), say.apply(most));
      case Among(List<String> texts, boolean any) -> any
          ? texts.size() == 1
              ? Message.of("audience.need.exactly", texts.getFirst())
              : Message.of("audience.need.among", listed(texts))
          : texts.size() == 1
              ? Message.of("audience.need.other", texts.getFirst())
              : Message.of("audience.need.noneOf", listed(texts));
      case YesOrNo(boolean yes) -> Message.of("audience.need.exactly", say.apply(new Value.OfYesNo(yes)));
      case Filled(boolean filled) -> Message.of(filled ? "audience.need.filled" : "audience.need.empty");
      case AsSaid() -> Message.of(met ? "audience.need.met" : "audience.need.unmet");
    };
  }

  private static String listed(List<String> texts) {
    int most = 6;
    String shown = String.join(", ", texts.subList(0, Math.min(most, texts.size())));
    return texts.size() > most ? shown + "…" : shown;
  }
}
