package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;

class CholeskyTest {
  @Property(tries = 60)
  void triangleTimesItselfIsTheMatrix(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
    double[] matrix = product(Crowds.noise(n, n, seed, r -> r.nextGaussian()).values(), n, n);
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += 0.1;
    }
    double[] triangle = new double[n * n + 3];
    System.arraycopy(matrix, 0, triangle, 3, n * n);

    assertTrue(Cholesky.decompose(triangle, 3, n));

    double[] lower = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(triangle, 3 + i * n, lower, i * n, i + 1);
    }
    double[] back = product(lower, n, n);
    for (int i = 0; i < n * n; i++) {
      assertEquals(matrix[i], back[i], 1e-9);
    }
  }

  @Test
  void flatMatrixIsThickened() {
    double[] matrix = {4e18, 4e18, 4e18, 4e18};

    assertTrue(Cholesky.decompose(matrix, 0, 2));

    assertEquals(2e9, matrix[0], 1e3);
    assertTrue(matrix[3] > 0);
    assertTrue(Cholesky.decompose(new double[4], 0, 2));
  }

  @Test
  void whatIsNotFiniteHasNoTriangle() {
    assertFalse(Cholesky.decompose(new double[]{1, 0, Double.NaN, 1}, 0, 2));
    assertFalse(Cholesky.decompose(new double[]{Double.POSITIVE_INFINITY}, 0, 1));
  }

  /** A n x m matrix times its transpose. */
  private static double[] product(double[] a, int n, int m) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int c = 0; c < m; c++) {
          product[i * n + j] += a[i * m + c] * a[j * m + c];
        }
      }
    }
    return product;
  }
}
