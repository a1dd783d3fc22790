package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A clustering as it is to be kept.
 *
 * @param perCustomer the cluster of each customer by number, 0 where there is none
 * @param model what it takes to assign customers anew; empty for nothing
 */
public record KeptClustering(String document, int[] perCustomer, byte[] model) {
  List<Long> pieces(ChunkStore to) {
    List<Long> ids = new ArrayList<>(KeptChunks.pieces(model, to));
    ids.addAll(to.addAll(perCustomer));
    return ids;
  }

  Stored.SavedClusters saved(String id, String name, List<String> names, List<Long> written) {
    int ofModel = KeptChunks.pieces(model.length);
    return new Stored.SavedClusters(id, name, document, perCustomer.length,
        written.subList(ofModel, written.size()), names, written.subList(0, ofModel));
  }
}
