package app.parcelle.engine.place;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The shapes of a layer as deflated bytes: counts, names in UTF-8 and degrees as doubles. */
public final class LayerBytes {
  private LayerBytes() {}

  public static byte[] write(Layer layer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(layer.shapes().size());
      for (Layer.Shape shape : layer.shapes()) {
        byte[] name = shape.name().getBytes(StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(shape.polygons().size());
        for (Layer.Polygon polygon : shape.polygons()) {
          out.writeInt(polygon.rings().size());
          for (double[] ring : polygon.rings()) {
            out.writeInt(ring.length);
            for (double degrees : ring) {
              out.writeDouble(degrees);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Empty where the bytes are no layer. */
  public static Optional<Layer> read(String name, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      List<Layer.Shape> shapes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String shape = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        List<Layer.Polygon> polygons = new ArrayList<>();
        for (int polygon = in.readInt(); polygon > 0; polygon--) {
          List<double[]> rings = new ArrayList<>();
          for (int ring = in.readInt(); ring > 0; ring--) {
            double[] corners = new double[in.readInt()];
            for (int i = 0; i < corners.length; i++) {
              corners[i] = in.readDouble();
            }
            rings.add(corners);
          }
          polygons.add(new Layer.Polygon(rings));
        }
        shapes.add(new Layer.Shape(shape, polygons));
      }
      return Optional.of(new Layer(name, shapes));
    } catch (IOException | IllegalArgumentException | NegativeArraySizeException damaged) {
      return Optional.empty();
    }
  }
}
