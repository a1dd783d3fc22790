package app.parcelle.engine.intake.excel;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The records of a part of an xlsb file ([MS-XLSB] 2.1.4), one after the other. Memory: the longest record, at most 16 MiB. */
final class XlsbRecords implements Closeable {
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST = 1 << 24;

  private final InputStream in;
  private byte[] b = new byte[1 << 10];
  private int length;
  private int type;

  XlsbRecords(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Goes to the next record; false at the end. */
  boolean next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    type = first < 0x80 ? first : (first & 0x7F) | (u8() & 0x7F) << 7;
    length = 0;
    for (int i = 0; i < 4; i++) {
      int part = u8();
      length |= (part & 0x7F) << (7 * i);
      if (part < 0x80) {
        break;
      }
    }
    if (length > LONGEST) {
      throw BadWorkbook.damaged();
    }
    if (length > b.length) {
      b = new byte[Math.max(length, 2 * b.length)];
    }
    if (in.readNBytes(b, 0, length) < length) {
      throw BadWorkbook.damaged();
    }
    return true;
  }

  private int u8() throws IOException {
    int one = in.read();
    if (one < 0) {
      throw BadWorkbook.damaged();
    }
    return one;
  }

  int type() {
    return type;
  }

  /** @throws BadWorkbook when the record is shorter, as are those below */
  int u8(int at) throws BadWorkbook {
    require(at, 1);
    return b[at] & 0xFF;
  }

  int u16(int at) throws BadWorkbook {
    return u8(at) | u8(at + 1) << 8;
  }

  int i32(int at) throws BadWorkbook {
    require(at, 4);
    return (int) INTS.get(b, at);
  }

  double f64(int at) throws BadWorkbook {
    require(at, 8);
    return Double.longBitsToDouble((long) LONGS.get(b, at));
  }

  /** Adds a text with its length before it; returns what stands behind it. A length of -1 is that of no text. */
  int text(int at, Bytes into) throws BadWorkbook {
    int characters = i32(at);
    if (characters <= 0) {
      return at + 4;
    }
    require(at + 4, 2L * characters);
    for (int i = 0; i < characters; i++) {
      char c = (char) u16(at + 4 + 2 * i);
      char next = i + 1 < characters ? (char) u16(at + 6 + 2 * i) : 0;
      if (Character.isSurrogatePair(c, next)) {
        into.addCharacter(Character.toCodePoint(c, next));
        i++;
      } else {
        into.addCharacter(c);
      }
    }
    return at + 4 + 2 * characters;
  }

  private void require(int at, long count) throws BadWorkbook {
    if (at + count > length) {
      throw BadWorkbook.damaged();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
