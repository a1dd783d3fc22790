package app.parcelle.engine.evaluate;

import java.util.List;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Chunk;

/** What a condition asks for beside the columns of its own fields, as of the day it is seen from. */
interface Surroundings {
  /** The customers there are: one bit each. Not to be written to. */
  long[] base();

  /** See {@link SampleNumbers}. */
  int[] sampleNumbers(String seed);

  /** Where customers are. */
  Positions positions(Condition.Coordinates where);

  /** The members of a saved segment: one bit a customer. Not to be written to. */
  long[] members(FieldRef segment, Condition.Membership membership);

  /** The chunks of a field that a person named. */
  List<Chunk> column(FieldRef field);

  Holdings holdings();
}
