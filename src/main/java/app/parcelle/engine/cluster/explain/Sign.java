package app.parcelle.engine.cluster.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.parcelle.engine.cluster.explain.Portrait.Level;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.cluster.explain.Portrait.Mix;
import app.parcelle.engine.segment.Field;

/** One thing that sets a cluster apart. */
sealed interface Sign {
  Subject subject();

  /** Whether its customers have more of it. */
  boolean more();

  /** How much, in standard deviations or what compares with them: 0.2 is little, 0.8 is much (Cohen). */
  double strength();

  /** Whether another says the same of its customers: more, or less, of the same, or the same value. */
  boolean says(Sign other);

  record OfMeasure(Subject subject, Measure measure) implements Sign {
    @Override
    public boolean more() {
      return measure.difference().value() > 0;
    }

    @Override
    public double strength() {
      return Math.abs(measure.difference().value());
    }

    @Override
    public boolean says(Sign other) {
      return other instanceof OfMeasure of && of.measure.column() == measure.column() && of.more() == more();
    }
  }

  /** A value that is more frequent among them. Its strength is Cohen's h. */
  record OfLevel(String name, Level level) implements Sign {
    @Override
    public Subject subject() {
      return Subject.CATEGORY;
    }

    @Override
    public boolean more() {
      return true;
    }

    @Override
    public double strength() {
      return 2 * Math.asin(Math.sqrt(level.share())) - 2 * Math.asin(Math.sqrt(level.overall()));
    }

    @Override
    public boolean says(Sign other) {
      return other instanceof OfLevel of && of.name.equals(name) && of.level.text().equals(level.text());
    }
  }

  /** What is weaker sets nobody apart. */
  double APART = 0.2;

  /**
   * All signs of a portrait, the strongest first. Of a category there is one at most.
   *
   * @param fields one a column of the sheet
   */
  static List<Sign> of(Portrait portrait, List<Field> fields) {
    List<Sign> signs = new ArrayList<>();
    for (Measure measure : portrait.measures()) {
      // where neither mean nor middle shows it, words with figures would contradict themselves
      if (measure.difference().sure() * (measure.typical() - measure.overallTypical()) > 0) {
        signs.add(new OfMeasure(Subject.of(fields.get(measure.column())), measure));
      }
    }
    for (Mix mix : portrait.mixes()) {
      mix.levels()
          .stream()
          .filter(level -> level.lift().low() > 1)
          .map(level -> new OfLevel(mix.name(), level))
          .max(Comparator.comparingDouble(OfLevel::strength))
          .ifPresent(signs::add);
    }
    signs.removeIf(sign -> sign.strength() < APART);
    signs.sort(Comparator.comparingDouble(Sign::strength).reversed());
    return signs;
  }
}
