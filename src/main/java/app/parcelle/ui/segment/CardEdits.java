package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.ui.segment.Card.Block;

/** What is done to one card or to several at once; each is one step back. Ids are in the order of the screen. */
record CardEdits(SegmentViewModel model) {

  /** The chosen cards, without those in chosen blocks. */
  List<Long> chosen() {
    return model.chosen().tops(model.draft());
  }

  /** The chosen cards when this is one of them, else this one, which is chosen then. */
  List<Long> around(long id) {
    if (!model.chosen().holds(id)) {
      model.select(id);
    }
    return chosen();
  }

  void remove(List<Long> ids) {
    Draft draft = model.draft();
    if (!ids.isEmpty()) {
      Draft without = Grouping.remove(draft, ids);
      long next = neighbour(draft, without, ids);
      model.edit(without, Chosen.one(next));
    }
  }

  void duplicate(List<Long> ids) {
    Draft now = model.draft();
    List<Long> copies = new ArrayList<>();
    for (long id : ids) {
      copies.add(now.nextId());
      now = now.duplicate(id);
    }
    model.edit(now, Chosen.all(copies));
  }

  void move(List<Long> ids, long blockId, int index) {
    model.edit(Grouping.move(model.draft(), ids, blockId, index), Chosen.all(ids));
  }

  void moveUp(List<Long> ids) {
    step(ids, Draft::moveUp);
  }

  /** From the last on, so that those that stand together stay together. */
  void moveDown(List<Long> ids) {
    step(ids.reversed(), Draft::moveDown);
  }

  /** A block around them. */
  void group(List<Long> ids) {
    model.edit(Grouping.group(model.draft(), ids), Chosen.one(model.draft().nextId()));
  }

  void unwrap(long id) {
    List<Long> inside = model.draft()
        .block(id)
        .map(block -> block.children().stream().map(Card::id).toList())
        .orElse(List.of());
    model.edit(model.draft().unwrap(id), Chosen.all(inside));
  }

  void exclude(List<Long> ids) {
    Chosen after = ids.size() > 1 ? Chosen.one(model.draft().nextId()) : Chosen.all(ids);
    model.edit(Grouping.exclude(model.draft(), ids), after);
  }

  /** A block of a card and those that are put on it. */
  void together(List<Long> moved, long onto) {
    model.edit(Grouping.together(model.draft(), moved, onto), Chosen.all(moved));
  }

  /** A block of a card and a new criterion. */
  void together(Source source, long onto) {
    Draft draft = model.draft();
    long fresh = draft.nextId();
    Draft with = draft.insert(Draft.ROOT, Integer.MAX_VALUE, source.start(), source.blanks());
    model.edit(Grouping.together(with, List.of(fresh), onto), Chosen.one(fresh));
  }

  /** The block joined the other way. */
  void joinOtherWay(long id) {
    Draft draft = model.draft();
    draft.block(id)
        .or(() -> draft.parent(id))
        .ifPresent(block -> model.edit(draft.join(block.id(), !block.any()), Chosen.one(id)));
  }

  /** Everything in the block of the chosen card; again, everything there is. */
  void chooseMore() {
    Draft draft = model.draft();
    List<Long> siblings = draft.parent(model.chosen().lead())
        .map(block -> block.children().stream().map(Card::id).toList())
        .orElse(draft.order());
    boolean already = model.chosen().ids().containsAll(siblings);
    model.choose(Chosen.all(already ? draft.order() : siblings));
  }

  /** Chosen cards as the JSON of a segment, as another segment or project takes it; empty when none says anything yet. */
  Optional<String> copied(List<Long> ids) {
    List<Condition> rules = ids.stream()
        .flatMap(id -> model.draft().find(id).stream())
        .filter(Card::complete)
        .map(card -> card instanceof Block block && block.excluded()
            ? new Condition.Not(DraftRule.of(card))
            : DraftRule.of(card))
        .toList();
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(SegmentJson.write(new Segment(model.name(),
            rules.size() == 1 ? rules.getFirst() : new Condition.AllOf(rules),
            new Segment.Reference.Project(), null)));
  }

  /**
   * Puts the rule of a segment below the chosen card. What joins its criteria by all is not kept where the cards go into a
   * block that does so too.
   *
   * @throws app.parcelle.engine.message.Problem when the text is not a segment
   */
  void paste(String json, FieldCatalog catalog) {
    Condition rule = SegmentJson.read(ForeignIds.forgotten(json, catalog)).rule();
    SegmentViewModel.Place place = model.below();
    Block pasted = DraftRule.read(rule).root();
    boolean alike = model.draft().block(place.block()).map(into -> into.any() == pasted.any()).orElse(true)
        || pasted.children().size() == 1;
    insert(place, alike ? pasted.children() : List.of(pasted));
  }

  /**
   * Puts the rules of a segment in the place of the criterion that refers to it, as a block; one that it must not be in is
   * excluded. Its own limit and reference do not come along.
   */
  void inPlace(long id, FieldCatalog catalog) {
    Draft draft = model.draft();
    Optional<Block> parent = draft.parent(id);
    if (parent.isEmpty()
        || !(draft.find(id).orElse(null) instanceof Card.Row(_, Condition.InSegment test, _))) {
      return;
    }
    convertible(test, catalog).ifPresent(saved -> {
      Block rules = DraftRule.read(saved.segment().rule()).root();
      List<Long> siblings = parent.get().children().stream().map(Card::id).toList();
      Block inner = new Block(0, rules.any(), !test.in(), rules.children());
      // what is excluded among alternatives would be taken away from all of them
      Block whole = !test.in() && parent.get().any() ? new Block(0, false, false, List.of(inner)) : inner;
      Draft with = draft.insertCopy(parent.get().id(), siblings.indexOf(id), whole);
      model.edit(with.remove(id), Chosen.one(draft.nextId()));
    });
  }

  /**
   * The segment whose rules mean the same as the reference to it; empty where they would not: who was in on another day, and
   * whom a limit keeps, is not in the rules.
   */
  static Optional<FieldCatalog.Saved> convertible(Condition.InSegment test, FieldCatalog catalog) {
    return test.membership() instanceof Condition.Membership.Live
        ? catalog.segment(test.segment())
            .filter(saved -> saved.segment().limit() == null && saved.segment().rule() != null)
        : Optional.empty();
  }

  /** New cards like these in a place, chosen. */
  void insert(SegmentViewModel.Place place, List<Card> cards) {
    Draft draft = model.draft();
    Draft with = Grouping.insert(draft, place.block(), place.index(), cards);
    List<Long> fresh = LongStream.range(draft.nextId(), with.nextId()).boxed().toList();
    model.edit(with,
        new Chosen(fresh.isEmpty() ? 0 : fresh.getFirst(), fresh.isEmpty() ? 0 : fresh.getFirst(),
            java.util.Set.copyOf(fresh)));
  }

  private void step(List<Long> ids, BiFunction<Draft, Long, Draft> way) {
    Draft now = model.draft();
    for (long id : ids) {
      now = way.apply(now, id);
    }
    model.edit(now, Chosen.all(ids));
  }

  /** The card that stands where the removed ones stood: the next one, else the one before, else their block. */
  private static long neighbour(Draft before, Draft after, List<Long> gone) {
    List<Card> siblings = before.parent(gone.getLast()).map(Block::children).orElse(List.of());
    List<Long> ids = siblings.stream().map(Card::id).toList();
    int at = ids.indexOf(gone.getLast());
    for (int next = at + 1; next < ids.size(); next++) {
      if (after.find(ids.get(next)).isPresent()) {
        return ids.get(next);
      }
    }
    for (int previous = at - 1; previous >= 0; previous--) {
      if (after.find(ids.get(previous)).isPresent()) {
        return ids.get(previous);
      }
    }
    return before.parent(gone.getLast())
        .map(Block::id)
        .filter(id -> id != Draft.ROOT && after.find(id).isPresent())
        .orElse(0L);
  }
}
