package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldCatalog.Saved;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Dataset;

/** The members of saved segments, as another segment means them. */
final class References {
  private final Dataset data;
  private final FieldCatalog fields;
  private final Holdings holdings;
  private final Members members;

  /** Who is in a segment, seen from a day. */
  interface Members {
    /** @param within the segments whose evaluation asks, the outermost first */
    long[] of(Saved segment, AsOf asOf, List<Saved> within, JobContext job);
  }

  References(Dataset data, FieldCatalog fields, Holdings holdings, Members members) {
    this.data = data;
    this.fields = fields;
    this.holdings = holdings;
    this.members = members;
  }

  /**
   * @param outer what the asking segment is seen from
   * @param within the segments whose evaluation asks, the outermost first
   * @throws Problem when there is no such segment or snapshot, or it refers back to one of those
   */
  long[] members(FieldRef ref, Membership membership, AsOf outer, List<Saved> within, JobContext job) {
    Saved saved = fields.segment(ref)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-segment", ref.name())));
    if (membership instanceof Membership.Frozen(String snapshot)) {
      return frozen(saved, snapshot);
    }
    if (within.stream().anyMatch(other -> other.id().equals(saved.id()))) {
      throw new Problem(Message.of("evaluate.circle", saved.segment().name()));
    }
    List<Saved> deeper = new ArrayList<>(within);
    deeper.add(saved);
    return members.of(saved, seenFrom(saved.segment(), membership, outer), List.copyOf(deeper), job);
  }

  private AsOf seenFrom(Segment segment, Membership membership, AsOf outer) {
    LocalDate day = switch (membership) {
      case Membership.On(LocalDate on) -> on;
      case Membership.Live _ when segment.reference() instanceof Segment.Reference.Fixed(var fixed) -> fixed;
      case Membership.Live _,Membership.Frozen _ -> outer.today();
    };
    return new AsOf(day, segment.zone() == null ? data.zone() : segment.zone());
  }

  private long[] frozen(Saved saved, String snapshot) {
    long @Nullable [] kept = fields.hasSnapshot(saved.id(), snapshot) ? holdings.snapshot(snapshot) : null;
    if (kept == null) {
      throw new Problem(Message.of("evaluate.no-snapshot", saved.segment().name()));
    }
    long[] members = new long[(data.customers().size() + 63) >> 6];
    System.arraycopy(kept, 0, members, 0, Math.min(kept.length, members.length));
    return members;
  }
}
