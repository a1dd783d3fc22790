package app.parcelle.engine.cluster.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;

class PrincipalAxesTest {
  @Property(tries = 100)
  void componentsAreTheEigenvectorsOfTheCovariance(@ForAll @IntRange(min = 1, max = 12) int dims,
      @ForAll long seed) {
    Points points = Crowds.noise(60, dims, seed, RandomGenerator::nextGaussian).points();
    PrincipalAxes axes = PrincipalAxes.of(points, JobContext.silent());
    double[] covariance = PrincipalAxes.covariance(points, axes.mean(), JobContext.silent());

    for (int c = 0; c < dims; c++) {
      double length = 0;
      for (int a = 0; a < dims; a++) {
        double product = 0;
        for (int b = 0; b < dims; b++) {
          product += covariance[a * dims + b] * axes.vectors()[c * dims + b];
        }
        assertEquals(axes.variances()[c] * axes.vectors()[c * dims + a], product, 1e-9);
        length += axes.vectors()[c * dims + a] * axes.vectors()[c * dims + a];
      }
      assertEquals(1, length, 1e-9);
      assertTrue(c == 0 || axes.variances()[c] <= axes.variances()[c - 1]);
    }
  }

  @Test
  void firstComponentPointsWhereTheLargestLoadingIsPositive() {
    Points points = new Points(new double[]{0, 0, 1, -2, 2, -4, 3, -6}, 4, 2);
    PrincipalAxes axes = PrincipalAxes.of(points, JobContext.silent());

    assertEquals(-1 / Math.sqrt(5), axes.vectors()[0], 1e-12);
    assertEquals(2 / Math.sqrt(5), axes.vectors()[1], 1e-12);
    assertEquals(1, axes.share(0), 1e-12);
    assertEquals(0, axes.share(1), 1e-12);
    assertEquals(3 * Math.sqrt(5) / 2, axes.project(points, 0, 0), 1e-12);
  }

  @Test
  void ofVeryManyDimensionsTheFirstComponentsAreFound() {
    int dims = PrincipalAxes.WIDE + 20;
    Points points = Crowds.noise(400, dims, 5, RandomGenerator::nextGaussian).points();
    for (int row = 0; row < points.rows(); row++) {
      points.values()[row * dims + 3] *= 9;
      points.values()[row * dims + 7] *= 6;
    }
    PrincipalAxes axes = PrincipalAxes.of(points, JobContext.silent());
    double[] covariance = PrincipalAxes.covariance(points, axes.mean(), JobContext.silent());

    for (int c = 0; c < 2; c++) {
      for (int a = 0; a < dims; a++) {
        double product = 0;
        for (int b = 0; b < dims; b++) {
          product += covariance[a * dims + b] * axes.vectors()[c * dims + b];
        }
        assertEquals(axes.variances()[c] * axes.vectors()[c * dims + a], product, 1e-6 * axes.variances()[c]);
      }
    }
    double trace = 0;
    for (int d = 0; d < dims; d++) {
      trace += covariance[d * dims + d];
    }
    assertEquals(axes.variances()[0] / trace, axes.share(0), 1e-12);
    assertEquals(1, axes.vectors()[3], 0.05);
  }
}
