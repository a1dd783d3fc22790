package app.parcelle.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** A chart as it is on the screen, copied or written to a file. On the JavaFX thread. */
public final class ChartPicture {
  private static final double SHARPNESS = 2;

  private ChartPicture() {}

  /** Puts it on the clipboard as a picture. */
  public static void copy(Region chart) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image(chart)));
  }

  /**
   * Writes it as PNG, with four pixels for each of the screen, or as SVG.
   *
   * @param file whose extension says which
   * @throws Problem when it cannot be written
   */
  public static void write(Region chart, Path file) {
    try {
      if (file.toString().endsWith(".svg")) {
        Files.writeString(file, Drawing.svg(chart), StandardCharsets.UTF_8);
      } else {
        ImageIO.write(pixels(image(chart)), "png", file.toFile());
      }
    } catch (IOException e) {
      throw new Problem(Message.of("profile.picture.unwritable", String.valueOf(file.getFileName())), e);
    }
  }

  private static WritableImage image(Region chart) {
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(new Scale(SHARPNESS, SHARPNESS));
    return chart.snapshot(sharp, null);
  }

  /** An image as a PNG file. */
  static byte[] png(Image image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels(image), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static BufferedImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, argb, 0, width);
    return picture;
  }
}
