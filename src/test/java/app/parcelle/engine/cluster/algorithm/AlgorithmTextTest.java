package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlgorithmTextTest {
  static List<Algorithm> usual() {
    return AlgorithmText.NAMES.stream().map(name -> AlgorithmText.read(name, Map.of())).toList();
  }

  static Stream<Algorithm> algorithms() {
    return Stream.concat(usual().stream(),
        Stream.of(new Algorithm.KPrototypes(0.5, 3),
            new Algorithm.GaussianMixture(Algorithm.Covariance.TIED, 2),
            new Algorithm.Hierarchical(Algorithm.Linkage.SINGLE), new Algorithm.Spectral(7),
            new Algorithm.GMeans(12, 0.01), new Algorithm.Dbscan(0.25, 6), new Algorithm.Hdbscan(15, 4)));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void whatIsWrittenIsReadAgain(Algorithm algorithm) {
    String name = AlgorithmText.name(algorithm);
    Map<String, String> written = AlgorithmText.written(algorithm);
    assertEquals(algorithm, AlgorithmText.read(name, written));
    assertTrue(AlgorithmText.parameters(name).containsAll(written.keySet()), written.toString());
  }

  @Test
  void everyNameIsThatOfItsAlgorithm() {
    assertEquals(AlgorithmText.NAMES, usual().stream().map(AlgorithmText::name).toList());
  }
}
