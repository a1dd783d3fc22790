package app.parcelle.engine.segment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How many of those who meet a rule are kept, whole or in each group. Exactly so many: of equal ones those whose sample number
 * ({@link Condition.RandomSample}, seed {@link #seed}) is least, and
 * of those with one number the one whose key is first.
 *
 * @param n how many, or percent (rounded up), from above 0
 * @param by the number or date that decides who comes first; null for chance alone. Customers without value come last
 * @param greatest whether the greatest come first
 * @param per the field whose values are the groups; customers without value are a group of their own. Null for one group
 */
public record Limit(BigDecimal n, boolean percent, @Nullable FieldRef by, boolean greatest,
    @Nullable FieldRef per, String seed) {}
