package app.parcelle.engine.intake.archive;

/**
 * A file in a zip archive.
 *
 * @param name with its folders, such as {@code 2026/orders.csv}; never used as a path
 * @param size bytes when unpacked, as the archive says
 * @param packed bytes in the archive
 * @param method how it is packed: 0 for as it is, 8 for deflated
 * @param crc CRC-32 of the bytes when unpacked
 * @param header where its local header begins
 */
public record ZipEntry(String name, long size, long packed, int method, boolean encrypted, long crc,
    long header) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** Whether it is packed in one of the two usual ways, without a password. */
  public boolean isReadable() {
    return !encrypted && (method == STORED || method == DEFLATED);
  }
}
