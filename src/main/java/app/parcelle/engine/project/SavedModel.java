package app.parcelle.engine.project;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.prepare.Fitted;

/**
 * By which a saved clustering assigns customers.
 *
 * @param fitted how their values are prepared
 * @param numberOf the cluster of each label of the model, from 1
 */
record SavedModel(ClusterRequest request, Fitted fitted, Model model, int[] numberOf) {}
