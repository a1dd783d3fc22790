package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.evaluate.CustomerKeys;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.MemberOrder;
import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.AudienceWarning;
import app.parcelle.engine.project.Movement;
import app.parcelle.engine.project.Portrait;
import app.parcelle.engine.project.SinceThen;
import app.parcelle.engine.project.Trend;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;

/** The members of segments of the small shop, in which time stands still. */
record SmallShopPeople(SmallShop shop, List<String> asked) implements People {
  SmallShopPeople(SmallShop shop) {
    this(shop, new ArrayList<>());
  }

  @Override
  public Portrait portrait(Segment segment, Evaluation evaluation, JobContext job) {
    asked.add("portrait");
    long[] members = evaluation.members();
    return members == null || evaluation.count() == 0
        ? Portrait.NOBODY
        : Portrait.of(shop.fields(), field -> shop.column(field, segment.reference(), job), members,
            Bits.full(shop.customers().size()), job);
  }

  @Override
  public List<AudienceWarning> warnings(Segment segment, Evaluation evaluation, @Nullable String own,
      JobContext job) {
    return evaluation.count() < AudienceWarning.FEW
        ? List.of(new AudienceWarning.TooSmall(evaluation.count(), evaluation.base()))
        : List.of();
  }

  @Override
  public Contrast contrast(Segment segment, Evaluation evaluation, Field field, JobContext job) {
    return Contrast.of(shop.column(field, segment.reference(), job),
        Objects.requireNonNull(evaluation.members()), Bits.full(shop.customers().size()));
  }

  @Override
  public Trend trend(Segment segment, JobContext job) {
    asked.add("trend");
    Evaluation now = shop.evaluate(segment, job);
    List<Trend.Point> points = new ArrayList<>();
    for (int back = 11; back >= 0; back--) {
      points.add(new Trend.Point(SmallShop.TODAY.minusMonths(back), now.count(), now.base()));
    }
    return new Trend(points);
  }

  @Override
  public Movement movement(Segment segment, LocalDate since, JobContext job) {
    Evaluation now = shop.evaluate(segment, job);
    return new Movement(since, SmallShop.TODAY, now.count(), now.count(), 0, 0, now.count());
  }

  @Override
  public SinceThen since(Segment segment, String key, LocalDate since, JobContext job) {
    Explanation now = shop.explain(segment, key, job);
    return new SinceThen(since, SmallShop.TODAY, now, now);
  }

  @Override
  public MemberRows members(Segment segment, Evaluation evaluation, List<Field> fields, @Nullable Field by,
      boolean descending, Locale locale, JobContext job) {
    asked.add("members");
    long[] members = Objects.requireNonNull(evaluation.members());
    int[] order = by == null
        ? MemberOrder.plain(members)
        : MemberOrder.by(shop.column(by, segment.reference(), job), members, descending, locale, job);
    return new MemberRows(fields, order,
        fields.stream()
            .map(
                field -> (app.parcelle.engine.evaluate.Cells) shop.column(field, segment.reference(), job))
            .toList(),
        shop.customers());
  }

  @Override
  public List<CustomerKeys.Found> keys(String text, int limit, JobContext job) {
    return CustomerKeys.startingWith(shop.customers(), text, limit, job);
  }
}
