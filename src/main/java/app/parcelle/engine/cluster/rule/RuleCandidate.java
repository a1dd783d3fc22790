package app.parcelle.engine.cluster.rule;

import app.parcelle.engine.segment.Condition;

/**
 * A rule that stands for a cluster, and how well.
 *
 * @param rule in the builder's language
 * @param conditions how many it has
 * @param heldOut on the customers that were kept back when it was looked for
 * @param all on all customers
 * @param falseIn rows of the sheet, held out, that the rule takes in and the cluster has not; ascending
 * @param falseOut rows of the sheet, held out, of the cluster that the rule misses; ascending
 */
public record RuleCandidate(Condition rule, int conditions, Confusion heldOut, Confusion all, int[] falseIn,
    int[] falseOut) {}
