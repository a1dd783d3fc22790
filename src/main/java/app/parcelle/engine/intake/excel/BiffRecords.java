package app.parcelle.engine.intake.excel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The records of an xls file ([MS-XLS]), one after the other: a number that says what it is, a length, and its content. A record
 * that goes on behind the bytes there are is none.
 */
final class BiffRecords {
  static final int EOF = 0x000A;
  private static final VarHandle SHORTS = handle(short[].class);
  private static final VarHandle INTS = handle(int[].class);
  private static final VarHandle DOUBLES = handle(long[].class);
  private static final int HEADER = 4;

  final byte[] bytes;
  private int at;
  private int end;

  BiffRecords(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
    this.end = from;
  }

  private static VarHandle handle(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Goes to the next record; false when there is none. */
  boolean next() {
    at = end;
    if (end > bytes.length - HEADER) {
      return false;
    }
    end = at + HEADER + u16(at + 2);
    return end <= bytes.length;
  }

  /** Goes back to a record. */
  void goTo(int record) {
    end = record;
  }

  /** Where the record begins. */
  int at() {
    return at;
  }

  /** Where its content begins. */
  int from() {
    return at + HEADER;
  }

  int end() {
    return end;
  }

  int sid() {
    return u16(at);
  }

  /** Whether its content has so many bytes. */
  boolean has(int length) {
    return end - from() >= length;
  }

  int u8(int position) {
    return bytes[position] & 0xFF;
  }

  int u16(int position) {
    return (short) SHORTS.get(bytes, position) & 0xFFFF;
  }

  int i32(int position) {
    return (int) INTS.get(bytes, position);
  }

  double f64(int position) {
    return Double.longBitsToDouble((long) DOUBLES.get(bytes, position));
  }

  /** A number packed into 30 bits ([MS-XLS] 2.5.217). */
  static double rk(int packed) {
    double number = (packed & 2) != 0 ? packed >> 2 : Double.longBitsToDouble((long) (packed & ~3) << 32);
    return (packed & 1) != 0 ? number / 100 : number;
  }

  /** How an error is written ([MS-XLS] 2.5.10). */
  static String error(int code) {
    return switch (code) {
      case 0x00 -> "#NULL!";
      case 0x07 -> "#DIV/0!";
      case 0x0F -> "#VALUE!";
      case 0x17 -> "#REF!";
      case 0x1D -> "#NAME?";
      case 0x24 -> "#NUM!";
      case 0x2B -> "#GETTING_DATA";
      default -> "#N/A";
    };
  }
}
