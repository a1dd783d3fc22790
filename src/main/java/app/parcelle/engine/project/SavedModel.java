package app.parcelle.engine.project;

import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.prepare.Fitted;

/**
 * By which a saved clustering assigns customers.
 *
 * @param fitted how their values are prepared
 * @param numberOf the cluster of each label of the model, from 1
 * @param marks by customer number, of the values from which they were assigned last; 0 for those who were not there
 */
record SavedModel(Fitted fitted, Model model, int[] numberOf, long[] marks) {
  SavedModel withMarks(long[] others) {
    return new SavedModel(fitted, model, numberOf, others);
  }
}
