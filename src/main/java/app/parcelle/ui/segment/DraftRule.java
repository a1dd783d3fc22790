package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Card.Row;

/**
 * The rule that a draft means, and where each of its cards stands in it. Cards that are not complete are left out.
 *
 * @param rule null when no card is complete
 * @param pointers JSON Pointer of each card that is in the rule, such as {@code /rule/all/0}, by id
 */
record DraftRule(@Nullable Condition rule, Map<Long, String> pointers) {
  DraftRule {
    pointers = Map.copyOf(pointers);
  }

  static DraftRule of(Draft draft) {
    if (!draft.root().complete()) {
      return new DraftRule(null, Map.of());
    }
    Map<Long, String> pointers = new HashMap<>();
    return new DraftRule(joined(draft.root(), "/rule", pointers), pointers);
  }

  /** What one card means by itself; of an excluded block what it excludes. */
  static Condition of(Card card) {
    return switch (card) {
      case Row row -> row.test();
      case Block block -> joined(block, "", new HashMap<>());
    };
  }

  /** The draft that means a rule; {@link #of} of it gives a rule with the same members. */
  static Draft read(@Nullable Condition rule) {
    if (rule == null) {
      return Draft.empty();
    }
    long[] next = {Draft.ROOT + 1};
    Block root = nodeOf(rule, next) instanceof Block block && !block.excluded()
        ? new Block(Draft.ROOT, block.any(), false, block.children())
        : new Block(Draft.ROOT, false, false, List.of(nodeOf(rule, next)));
    return new Draft(root, next[0]);
  }

  private static Condition compiled(Card node, String pointer, Map<Long, String> pointers) {
    return switch (node) {
      case Row row -> {
        pointers.put(row.id(), pointer);
        yield row.test();
      }
      case Block block when block.excluded() -> {
        Condition inner = joined(block, pointer + "/not", pointers);
        pointers.put(block.id(), pointer);
        yield new Condition.Not(inner);
      }
      case Block block -> joined(block, pointer, pointers);
    };
  }

  private static Condition joined(Block block, String pointer, Map<Long, String> pointers) {
    pointers.put(block.id(), pointer);
    List<Card> complete = block.children().stream().filter(Card::complete).toList();
    List<Card> asked = complete.stream().filter(n -> !excludes(n)).toList();
    List<Card> excluded = complete.stream().filter(DraftRule::excludes).toList();
    if (!block.any() || asked.isEmpty()) {
      return new Condition.AllOf(all(complete, pointer + "/all/", 0, pointers));
    }
    if (excluded.isEmpty()) {
      return new Condition.AnyOf(all(asked, pointer + "/any/", 0, pointers));
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(new Condition.AnyOf(all(asked, pointer + "/all/0/any/", 0, pointers)));
    parts.addAll(all(excluded, pointer + "/all/", 1, pointers));
    return new Condition.AllOf(parts);
  }

  private static List<Condition> all(List<Card> nodes, String prefix, int from, Map<Long, String> pointers) {
    List<Condition> conditions = new ArrayList<>();
    for (Card node : nodes) {
      conditions.add(compiled(node, prefix + (from + conditions.size()), pointers));
    }
    return conditions;
  }

  private static boolean excludes(Card node) {
    return node instanceof Block block && block.excluded();
  }

  private static Card nodeOf(Condition rule, long[] next) {
    return switch (rule) {
      case Condition.AllOf _,Condition.AnyOf _,Condition.Not _ -> blockOf(rule, next);
      default -> new Row(next[0]++, rule, Set.of());
    };
  }

  private static Block blockOf(Condition rule, long[] next) {
    long id = next[0]++;
    return switch (rule) {
      case Condition.AllOf all -> anyWithExclusions(all)
          .map(any -> new Block(id, true, false, concat(alternatives(any, next), nodes(rest(all), next))))
          .orElseGet(() -> new Block(id, false, false, nodes(all.children(), next)));
      case Condition.AnyOf any -> new Block(id, true, false, alternatives(any, next));
      case Condition.Not not -> {
        Block inner = blockOf(not.child(), next);
        yield inner.excluded()
            ? new Block(id, false, true, List.of(inner))
            : new Block(id, inner.any(), true, inner.children());
      }
      default -> new Block(id, true, false, List.of(nodeOf(rule, next)));
    };
  }

  /** An exclusion among alternatives is an alternative of its own, not something taken away from all of them. */
  private static List<Card> alternatives(Condition.AnyOf any, long[] next) {
    List<Card> nodes = new ArrayList<>();
    for (Condition child : any.children()) {
      Card node = nodeOf(child, next);
      nodes.add(excludes(node) ? new Block(next[0]++, false, false, List.of(node)) : node);
    }
    return nodes;
  }

  private static Optional<Condition.AnyOf> anyWithExclusions(Condition.AllOf all) {
    boolean exclusions = all.children().size() > 1
        && rest(all).stream().allMatch(child -> child instanceof Condition.Not);
    return exclusions && all.children().getFirst() instanceof Condition.AnyOf any
        ? Optional.of(any)
        : Optional.empty();
  }

  private static List<Condition> rest(Condition.AllOf all) {
    return all.children().subList(1, all.children().size());
  }

  private static List<Card> nodes(List<Condition> conditions, long[] next) {
    return conditions.stream().map(child -> nodeOf(child, next)).toList();
  }

  private static List<Card> concat(List<Card> first, List<Card> second) {
    List<Card> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
