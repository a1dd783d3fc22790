package app.parcelle.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import app.parcelle.engine.cluster.points.Points;

/** scikit-learn's k-means on points that it reads from a temporary file; it times itself, without its start-up. */
final class ScikitLearn implements AutoCloseable {
  private static final String SCRIPT = """
      import sys, time, numpy
      from sklearn.cluster import KMeans
      points, start, dims, k, iterations, algorithm = sys.argv[1:]
      x = numpy.fromfile(points, dtype='>f8').astype(float).reshape(-1, int(dims))
      init = numpy.fromfile(start, dtype='>f8').astype(float).reshape(int(k), -1)
      model = KMeans(int(k), init=init, n_init=1, max_iter=int(iterations), tol=0, algorithm=algorithm)
      begin = time.perf_counter()
      model.fit(x)
      print(time.perf_counter() - begin, model.inertia_, model.n_iter_)
      """;

  private final Path folder = Files.createTempDirectory("kmeans");
  private final int dims;
  private final int k;
  private final int iterations;

  ScikitLearn(Points points, double[] start, int k, int iterations) throws IOException {
    this.dims = points.dims();
    this.k = k;
    this.iterations = iterations;
    write("points", points.values());
    write("start", start);
    Files.writeString(folder.resolve("fit.py"), SCRIPT);
  }

  private void write(String name, double[] values) throws IOException {
    try (var out = new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      for (double value : values) {
        out.writeDouble(value);
      }
    }
  }

  double seconds(String algorithm) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(System.getProperty("python", "/usr/bin/python3"),
        path("fit.py"), path("points"), path("start"), String.valueOf(dims), String.valueOf(k),
        String.valueOf(iterations), algorithm).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    if (process.waitFor() != 0) {
      throw new IOException("no scikit-learn");
    }
    String[] parts = said.split(" ", -1);
    double seconds = Double.parseDouble(parts[0]);
    System.out.printf(Locale.ROOT, "%-48s %7.3f s   %.12g   (%s iterations)%n", "scikit-learn " + algorithm,
        seconds, Double.parseDouble(parts[1]), parts[2]);
    return seconds;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void close() throws IOException {
    for (String name : new String[]{"points", "start", "fit.py"}) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }
}
