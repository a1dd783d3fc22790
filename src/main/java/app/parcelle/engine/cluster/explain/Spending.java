package app.parcelle.engine.cluster.explain;

import org.jspecify.annotations.Nullable;

/**
 * What customers bought.
 *
 * @param amounts one a row of the sheet; NaN where not known
 * @param orders how many, one a row of the sheet, NaN where not known; null where orders are not counted
 */
public record Spending(double[] amounts, double @Nullable [] orders) {}
