package app.parcelle.engine.cluster.points;

import app.parcelle.engine.job.JobContext;

/** Eigenvalues of small symmetric matrices. */
public final class Symmetric {
  private Symmetric() {}

  /**
   * Turns a symmetric matrix into a diagonal one by cyclic Jacobi rotations (Golub and Van Loan, <i>Matrix Computations</i>,
   * 8.5).
   *
   * @param matrix n x n, overwritten: its diagonal holds the eigenvalues
   * @return n x n, eigenvectors as columns
   */
  public static double[] diagonalise(double[] matrix, int n, JobContext job) {
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      vectors[i * n + i] = 1;
    }
    double size = 0;
    for (double value : matrix) {
      size += value * value;
    }
    for (int sweep = 0; sweep < 60 && offDiagonal(matrix, n) > 1e-26 * size; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        job.throwIfCancelled();
        for (int q = p + 1; q < n; q++) {
          rotate(matrix, vectors, n, p, q);
        }
      }
    }
    return vectors;
  }

  private static double offDiagonal(double[] matrix, int n) {
    double sum = 0;
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < p; q++) {
        sum += 2 * matrix[p * n + q] * matrix[p * n + q];
      }
    }
    return sum;
  }

  private static void rotate(double[] matrix, double[] vectors, int n, int p, int q) {
    double apart = matrix[p * n + q];
    if (apart == 0) {
      return;
    }
    double theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * apart);
    double tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (int i = 0; i < n; i++) {
      double ip = matrix[i * n + p];
      double iq = matrix[i * n + q];
      matrix[i * n + p] = cosine * ip - sine * iq;
      matrix[i * n + q] = sine * ip + cosine * iq;
    }
    for (int i = 0; i < n; i++) {
      double pi = matrix[p * n + i];
      double qi = matrix[q * n + i];
      matrix[p * n + i] = cosine * pi - sine * qi;
      matrix[q * n + i] = sine * pi + cosine * qi;
      double ip = vectors[i * n + p];
      double iq = vectors[i * n + q];
      vectors[i * n + p] = cosine * ip - sine * iq;
      vectors[i * n + q] = sine * ip + cosine * iq;
    }
  }
}
