package app.parcelle.engine.cluster.rule;

import java.time.ZoneId;

/**
 * What a rule may be.
 *
 * @param conditions the most it may have, from 1 on
 * @param zone where days begin: that in which the segment will be evaluated
 */
public record RuleOptions(int conditions, ZoneId zone) {
  /** As many as a person still reads. */
  public static final int CONDITIONS = 10;

  public static RuleOptions in(ZoneId zone) {
    return new RuleOptions(CONDITIONS, zone);
  }
}
