package app.parcelle.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Texts kept as one block of UTF-8 bytes with offsets, in the order of their first appearance. */
public final class TextDictionary implements Dictionary {
  /** So many bytes stand behind the last text, for readers of whole words. */
  static final int SPARE = 8;

  private final byte[] utf8;
  private final int[] offsets;

  /**
   * @param utf8 the texts, end to end, with or without bytes to spare behind them
   * @param offsets size + 1 positions: text i is {@code utf8[offsets[i] .. offsets[i + 1])}
   */
  public TextDictionary(byte[] utf8, int[] offsets) {
    int end = offsets[offsets.length - 1];
    this.utf8 = utf8.length >= end + SPARE ? utf8 : Arrays.copyOf(utf8, end + SPARE);
    this.offsets = offsets;
  }

  public static TextDictionary of(List<String> texts) {
    int[] offsets = new int[texts.size() + 1];
    byte[][] all = new byte[texts.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
      offsets[i + 1] = Math.addExact(offsets[i], all[i].length);
    }
    byte[] utf8 = new byte[offsets[all.length] + SPARE];
    for (int i = 0; i < all.length; i++) {
      System.arraycopy(all[i], 0, utf8, offsets[i], all[i].length);
    }
    return new TextDictionary(utf8, offsets);
  }

  @Override
  public int size() {
    return offsets.length - 1;
  }

  @Override
  public String text(long code) {
    int i = Math.toIntExact(code);
    return new String(utf8, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8);
  }

  /** The block of all texts, end to end, with eight bytes to spare behind them; not to be written to. */
  public byte[] utf8() {
    return utf8;
  }

  /** size + 1 positions in {@link #utf8()}; not to be written to. */
  public int[] offsets() {
    return offsets;
  }

  @Override
  public long bytes() {
    return utf8.length + 4L * offsets.length + 48;
  }
}
