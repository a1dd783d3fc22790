package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Conditions on customers that no single field decides by itself: ranks, places, lists, consent, other segments, samples. Each with
 * what it compares for one customer.
 */
final class CustomerLeaves {
  private final Dataset data;
  private final FieldCatalog fields;
  private final EventRows rows;
  private final Surroundings around;
  private final JobContext job;

  CustomerLeaves(Dataset data, FieldCatalog fields, EventRows rows, Surroundings around, JobContext job) {
    this.data = data;
    this.fields = fields;
    this.rows = rows;
    this.around = around;
    this.job = job;
  }

  private int customers() {
    return data.customers().size();
  }

  private static Evaluator.Leaf plain(long[] bits) {
    return new Evaluator.Leaf(bits, null, null);
  }

  private Field field(FieldRef ref) {
    return LeafEvaluation.field(fields, ref);
  }

  private FieldColumn gathered(FieldRef ref) {
    return Gathered.of(field(ref), around.column(ref), customers());
  }

  Evaluator.Leaf ranked(Condition.Ranked test) {
    Ranking ranking = ranking(test.field(), test.within());
    return ranking.leaf(ranking.customers.ends(test));
  }

  Evaluator.Leaf inBand(Condition.InBand test) {
    Ranking ranking = ranking(test.field(), test.within());
    return ranking.leaf(ranking.customers.bands(test.count(), test.bands()));
  }

  /** Customers in their ranks, and the fields that rank them. */
  private record Ranking(RankedCustomers customers, FieldColumn field, @Nullable FieldColumn within) {
    Evaluator.Leaf leaf(long[] bits) {
      return within == null
          ? new Evaluator.Leaf(bits, field.missing(), field.invalid())
          : new Evaluator.Leaf(bits, Bits.either(field.missing(), within.missing()),
              Bits.either(field.invalid(), within.invalid()));
    }
  }

  private Ranking ranking(FieldRef ref, @Nullable FieldRef withinRef) {
    FieldColumn field = gathered(ref);
    ColumnType type = field.field().type();
    if (!type.isNumber() && !type.isDate()) {
      throw new Problem(Message.of("evaluate.wrong-type", ref.name()));
    }
    FieldColumn within = withinRef == null ? null : gathered(withinRef);
    return new Ranking(new RankedCustomers(field, within, around.base(), job), field, within);
  }

  @Nullable
  Value rank(Condition.Ranked test, int customer) {
    Ranking ranking = ranking(test.field(), test.within());
    var standing = ranking.customers.standing(customer, test.end() == Condition.End.TOP);
    return standing == null
        ? null
        : said("evaluate.why.rank", standing.before() + 1, standing.of(), shown(ranking.field, customer));
  }

  @Nullable
  Value band(Condition.InBand test, int customer) {
    Ranking ranking = ranking(test.field(), test.within());
    var standing = ranking.customers.standing(customer, false);
    return standing == null
        ? null
        : said("evaluate.why.band", 1 + (long) test.count() * standing.before() / standing.of(), test.count(),
            shown(ranking.field, customer));
  }

  private static Value said(String key, Object... args) {
    return new Value.InWords(Message.of(key, args));
  }

  private Object shown(FieldColumn column, int customer) {
    return switch (column.at(customer)) {
      case null -> "";
      case Value.OfText(var text) -> text;
      case Value.OfNumber(var number) -> number;
      case Value.OfYesNo(var yes) -> Boolean.toString(yes);
      case Value.OfDate(var date) -> date;
      case Value.OfInstant(var instant) -> instant.atZone(data.zone()).toLocalDate();
      case Value.InWords(var words) -> words;
    };
  }

  Evaluator.Leaf near(Condition.Near test) {
    Positions positions = around.positions(test.where());
    Distances distances = new Places(data).from(test.place());
    return new Evaluator.Leaf(distances.within(test.kilometres().doubleValue(), positions, job),
        positions.missing(), invalid(test.where()));
  }

  /** Who has a latitude or longitude that was not understood; null when nobody has. */
  private long @Nullable [] invalid(Condition.Coordinates where) {
    FieldRef longitude = where.longitude();
    long[] latitudes = invalid(where.latitude());
    long[] longitudes = longitude == null ? null : invalid(longitude);
    return latitudes == null || longitudes == null
        ? (latitudes == null ? longitudes : latitudes)
        : Bits.either(latitudes, longitudes);
  }

  private long @Nullable [] invalid(FieldRef field) {
    long[] all = null;
    int word = 0;
    for (Chunk chunk : around.column(field)) {
      long[] invalid = chunk.invalid();
      if (invalid != null) {
        all = all == null ? Bits.of(customers()) : all;
        System.arraycopy(invalid, 0, all, word, invalid.length);
      }
      word += Chunk.ROWS >> 6;
    }
    return all;
  }

  @Nullable
  Value distance(Condition.Near test, int customer) {
    Positions positions = around.positions(test.where());
    double kilometres = new Places(data).from(test.place())
        .kilometres(positions.latitudes()[customer], positions.longitudes()[customer]);
    return Double.isNaN(kilometres)
        ? null
        : said("evaluate.why.distance", BigDecimal.valueOf(kilometres).setScale(1, RoundingMode.HALF_UP));
  }

  Evaluator.Leaf inArea(Condition.InArea test) {
    Positions positions = around.positions(test.where());
    return new Evaluator.Leaf(new Areas(test.area(), around.holdings()).inside(positions, job),
        positions.missing(), invalid(test.where()));
  }

  @Nullable
  Value place(Condition.InArea test, int customer) {
    Positions positions = around.positions(test.where());
    double latitude = positions.latitudes()[customer];
    double longitude = positions.longitudes()[customer];
    return Double.isNaN(latitude)
        ? null
        : new Value.OfText(new Areas(test.area(), around.holdings()).holding(latitude, longitude)
            .orElse(latitude + ", " + longitude));
  }

  Evaluator.Leaf list(Condition.ListTest test) {
    return lists(test.field(), ListTests.of(test, elements(test.field())));
  }

  Evaluator.Leaf listSize(Condition.ListSize test) {
    return lists(test.field(), ListTests.of(test, elements(test.field())));
  }

  private Evaluator.Leaf lists(FieldRef ref, ListTests test) {
    if (!field(ref).type().isText()) {
      throw new Problem(Message.of("evaluate.wrong-type", ref.name()));
    }
    List<Chunk> chunks = around.column(ref);
    long[] met = Bits.of(customers());
    long[] missing = Bits.of(customers());
    Blocks.each(chunks.size(), job, i -> test.mark(chunks.get(i), met, missing, i * (Chunk.ROWS >> 6)));
    return new Evaluator.Leaf(met, missing, null);
  }

  private ListElements elements(FieldRef ref) {
    String columnId = switch (field(ref)) {
      case Field.OfCustomer f -> f.columnId();
      case Field.Lifted f -> f.columnId();
      case Field.OfTrait _,Field.Key _,Field.Cluster _,Field.Score _ -> "";
    };
    return new ListElements(fields.tables()
        .stream()
        .filter(t -> t.tableId().equals(field(ref).tableId()))
        .flatMap(t -> t.withId(columnId).stream())
        .map(Column::meaning)
        .filter(meaning -> meaning.is(Meaning.Kind.LIST))
        .map(Meaning::detail)
        .findFirst()
        .orElse(null));
  }

  @Nullable
  Value elements(FieldRef ref, int customer) {
    Chunk chunk = around.column(ref).get(customer >> 16);
    Dictionary dictionary = chunk.dictionary();
    if (dictionary == null || chunk.isMissing(customer & 0xFFFF)) {
      return null;
    }
    List<String> list = elements(ref).of(dictionary.text(chunk.at(customer & 0xFFFF)));
    return list.isEmpty() ? null : new Value.OfText(String.join(", ", list));
  }

  Evaluator.Leaf sample(Condition.RandomSample test) {
    return plain(SampleNumbers.in(test, around.sampleNumbers(test.seed())));
  }

  Value sampleNumber(Condition.RandomSample test, int customer) {
    return new Value.OfNumber(SampleNumbers.percent(around.sampleNumbers(test.seed())[customer]));
  }

  Evaluator.Leaf inSegment(Condition.InSegment test) {
    long[] members = around.members(test.segment(), test.membership());
    return plain(test.in() ? members : Bits.without(Bits.full(customers()), members));
  }

  Value member(Condition.InSegment test, int customer) {
    return new Value.OfYesNo(Bits.get(around.members(test.segment(), test.membership()), customer));
  }

  Evaluator.Leaf consent(Condition.Consent test) {
    long[] unknown = said(test).in(ConsentState.UNKNOWN);
    return new Evaluator.Leaf(
        test.state() == ConsentState.UNKNOWN ? unknown : said(test).in(test.state()), unknown, null);
  }

  private ConsentLedger.Said said(Condition.Consent test) {
    LocalDate day = test.asOf();
    TableVersion table = fields.events(test.source()).orElse(null);
    if (table != null) {
      return ConsentLedger.of(table, data, day == null ? rows : rows.asOf(day), job)
          .orElseThrow(() -> new Problem(Message.of("evaluate.no-consent", table.name())))
          .last(test.purpose(), test.channel());
    }
    return ofField(consentField(test.source()));
  }

  private FieldRef consentField(String nameOrId) {
    FieldRef byId = new FieldRef(nameOrId, nameOrId);
    FieldRef ref = fields.find(byId).isPresent() ? byId : FieldRef.named(nameOrId);
    Field field = field(ref);
    if (field.type() != ColumnType.YES_NO
        && !(field instanceof Field.OfCustomer column && column.role() == Role.CONSENT)) {
      throw new Problem(Message.of("evaluate.wrong-type", field.name()));
    }
    return ref;
  }

  private ConsentLedger.Said ofField(FieldRef ref) {
    ConsentLedger.Said said = ConsentLedger.Said.nothing(customers());
    int customer = 0;
    for (Chunk chunk : around.column(ref)) {
      for (int i = 0; i < chunk.rows(); i++, customer++) {
        said.states()[customer] = ConsentLedger.code(ConsentWords.of(chunk, i));
      }
    }
    return said;
  }

  Value consent(Condition.Consent test, int customer) {
    ConsentLedger.Said said = said(test);
    // keys: evaluate.why.consent.*
    Message state = Message
        .of("evaluate.why.consent." + said.of(customer).name().toLowerCase(java.util.Locale.ROOT));
    Optional<Object> since = since(test, said.times()[customer]);
    return since.isPresent()
        ? said("evaluate.why.consent-since", state, since.get())
        : new Value.InWords(state);
  }

  private Optional<Object> since(Condition.Consent test, long time) {
    return fields.events(test.source())
        .flatMap(table -> table.withRole(Role.EVENT_TIME))
        .filter(_ -> time != CustomerEvents.NONE)
        .map(column -> column.type() == ColumnType.DATE
            ? LocalDate.ofEpochDay(time)
            : Instant.ofEpochMilli(time).atZone(data.zone()).toLocalDate());
  }
}
