package app.parcelle.engine.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.intake.ColumnValues;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal.Kind;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * Finds links by the values that columns share. Names support a link, values decide: it is proposed where most values of a
 * column are found among those of another in which nearly every value stands once; where names agree, less is enough; where all
 * values are plain numbers, which are found among others by chance, names have to agree.
 */
public final class LinkFinder {
  private static final double ENOUGH = 0.6;
  private static final double ENOUGH_WITH_NAMES = 0.3;
  private static final double NAMES_WEIGH = 0.15;
  /** So many of the values of a key are different. */
  private static final double UNIQUE = 0.9;
  private static final int MOST_PROPOSALS = 50;

  private final Dataset data;
  private final JobContext job;
  private final List<Source> sources = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  /** A column that may have a link. */
  private record Source(String table, String column, Role role, boolean numeric, boolean isKey,
      long[] hashes) {}

  /** A column that a link may go to. */
  private record Target(TableVersion table, Column column, Kind kind) {}

  private record Found(LinkProposal proposal, double weight) {}

  private LinkFinder(Dataset data, JobContext job) {
    this.data = data;
    this.job = job;
  }

  /** Proposes links of a table to be imported, the most likely first. */
  public static List<LinkProposal> ofNew(String table, List<ColumnValues> columns, Dataset data,
      JobContext job) {
    LinkFinder finder = new LinkFinder(data, job);
    for (ColumnValues column : columns) {
      if (mayLink(column.type(), column.role())) {
        ValueSketch sketch = new ValueSketch();
        DistinctValues.each(column.values(), sketch::add);
        finder.add(table, column.name(), column.role(), isNumeric(column), false, sketch);
      }
    }
    return finder.proposals();
  }

  /** Proposes links between the tables there are; those that are made already are not among them. */
  public static List<LinkProposal> ofStored(Dataset data, JobContext job) {
    LinkFinder finder = new LinkFinder(data, job);
    for (TableVersion table : data.tables()) {
      for (Column column : table.columns()) {
        boolean own = column.origin() == Column.Origin.STORED
            || column.origin() == Column.Origin.CUSTOMER_KEY;
        if (own && mayLink(column.type(), column.role()) && table.linkFrom(column).isEmpty()
            && table.kind() != TableKind.RAW) {
          ValueSketch sketch = new ValueSketch();
          DistinctValues.each(data, table, column, sketch::add, job);
          finder.add(table.name(), column.name(), column.role(), isNumeric(table, column, data),
              column.origin() == Column.Origin.CUSTOMER_KEY, sketch);
        }
      }
    }
    Set<String> used = UsedKeys.of(data);
    return finder.proposals()
        .stream()
        .filter(p -> p.kind() == Kind.LOOKUP || !used.contains(p.from()))
        .toList();
  }

  private static boolean mayLink(ColumnType type, Role role) {
    return KeyText.isKey(type) && role != Role.QUANTITY && role != Role.AMOUNT && role != Role.UNIT_PRICE
        && role != Role.CONSENT;
  }

  private static boolean isNumeric(ColumnValues column) {
    return column.type() == ColumnType.WHOLE || isNumeric(column.values().size(), column.values()::text);
  }

  private static boolean isNumeric(TableVersion table, Column column, Dataset data) {
    if (column.type() == ColumnType.WHOLE || table.runs().isEmpty()) {
      return true;
    }
    var chunk = data.chunk(table, column, table.runs().getFirst(), 0);
    var dictionary = chunk.dictionary();
    return dictionary == null || isNumeric(chunk.rows(),
        row -> chunk.isMissing(row) ? "" : dictionary.text(chunk.at(row)));
  }

  private interface Texts {
    String at(int i);
  }

  /** Whether the first hundred are all digits. */
  private static boolean isNumeric(int count, Texts texts) {
    for (int i = 0; i < Math.min(count, 100); i++) {
      if (!texts.at(i).chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
        return false;
      }
    }
    return true;
  }

  private void add(String table, String column, Role role, boolean numeric, boolean isKey,
      ValueSketch sketch) {
    long[] hashes = sketch.hashes();
    if (hashes.length > 0) {
      sources.add(new Source(table, column, role, numeric, isKey, hashes));
    }
  }

  private List<LinkProposal> proposals() {
    List<Target> targets = targets();
    if (!sources.isEmpty() && !targets.isEmpty()) {
      SortedHashes all = SortedHashes.of(sources.stream().map(Source::hashes).toList());
      for (int t = 0; t < targets.size(); t++) {
        job.progress(t, targets.size(), Message.of("project.link.looking"));
        look(targets.get(t), all);
      }
    }
    found.sort(Comparator.comparingDouble(Found::weight).reversed());
    return found.stream().limit(MOST_PROPOSALS).map(Found::proposal).toList();
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (TableVersion table : data.tables()) {
      for (Column column : table.columns()) {
        Kind kind = kind(table, column);
        if (kind != null && KeyText.isKey(column.type())) {
          targets.add(new Target(table, column, kind));
        }
      }
    }
    return targets;
  }

  private static @org.jspecify.annotations.Nullable Kind kind(TableVersion table, Column column) {
    return switch (table.kind()) {
      case CUSTOMERS -> column.origin() == Column.Origin.CUSTOMER_KEY
          ? Kind.CUSTOMER_KEY
          : column.origin() == Column.Origin.STORED ? Kind.CUSTOMER : null;
      case LOOKUP -> column.role() == Role.LOOKUP_KEY ? Kind.LOOKUP : null;
      case EVENTS, RAW -> null;
    };
  }

  /** Looks which values of all sources a column has. */
  private void look(Target target, SortedHashes all) {
    BitSet here = new BitSet();
    ValueSketch different = new ValueSketch();
    long present = DistinctValues.each(data, target.table, target.column, hash -> {
      different.add(hash);
      int at = all.find(hash);
      if (at >= 0) {
        here.set(at);
      }
    }, job);
    if (target.kind != Kind.LOOKUP && different.distinct() < UNIQUE * present) {
      return;
    }
    for (Source source : sources) {
      if (!source.table.equals(target.table.name()) && mayLead(source, target)
          && !leadsBack(source, target)) {
        int shared = (int) Arrays.stream(source.hashes).filter(hash -> here.get(all.find(hash))).count();
        propose(source, target, shared);
      }
    }
  }

  private static boolean mayLead(Source source, Target target) {
    return switch (target.kind) {
      case CUSTOMER_KEY -> !source.isKey && mayBeCustomer(source.role);
      case CUSTOMER -> mayBeCustomer(source.role);
      case LOOKUP -> source.role != Role.CUSTOMER_KEY && source.role != Role.ORDER_KEY;
    };
  }

  /** Whether the target finds its customers in the source's table already. */
  private static boolean leadsBack(Source source, Target target) {
    return target.kind != Kind.LOOKUP && target.table.customerLink()
        .filter(link -> Folding.fold(link.table()).equals(Folding.fold(source.table)))
        .isPresent();
  }

  private static boolean mayBeCustomer(Role role) {
    return role == Role.CUSTOMER_KEY || role == Role.NONE;
  }

  private void propose(Source source, Target target, int shared) {
    LinkProposal proposal = new LinkProposal(source.table,
        new Link(source.column, target.table.name(), target.column.name()), target.kind,
        source.hashes.length, shared);
    boolean alike = KeyNames.alike(source.column, target.table.name(), target.column.name());
    boolean sure = !source.numeric || alike
        || (source.role == Role.CUSTOMER_KEY && target.kind == Kind.CUSTOMER_KEY);
    double weight = proposal.share() + (alike ? NAMES_WEIGH : 0);
    if (sure && proposal.share() >= (alike ? ENOUGH_WITH_NAMES : ENOUGH)) {
      found.add(new Found(proposal, weight));
    }
  }
}
