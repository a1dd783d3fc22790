package app.parcelle.engine.intake.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.BlockFilter;

/**
 * The parts of an Office file (ECMA-376 part 2, Open Packaging Conventions) and how they refer to each other. No part may
 * unpack to more than a hundred times its packed size, beyond the first 64 MiB, so that a small file stays a small one; nothing
 * outside the file is ever looked at.
 */
final class Parts implements Closeable {
  private static final int MOST_PARTS = 100_000;
  private static final long HARMLESS = 64L << 20;
  private static final int MOST_RATIO = 100;
  private static final byte[] RELATIONSHIP = XmlScanner.ascii("Relationship");
  private static final byte[] ID = XmlScanner.ascii("Id");
  private static final byte[] TYPE = XmlScanner.ascii("Type");
  private static final byte[] TARGET = XmlScanner.ascii("Target");
  private static final byte[] MODE = XmlScanner.ascii("TargetMode");

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  /**
   * One part that another one uses.
   *
   * @param type the last word of what it is, such as {@code worksheet}; it is the same in both dialects of the standard
   * @param part its name in the file
   */
  record Relation(String type, String part) {}

  Parts(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    if (zip.size() > MOST_PARTS) {
      zip.close();
      throw BadWorkbook.bomb();
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** How many bytes the part unpacks to, as the file says; at least 1. */
  long size(String part) throws IOException {
    return Math.max(1, entry(part).getSize());
  }

  /** @throws BadWorkbook while it is read, when it unpacks to too much */
  Unpacked open(String part) throws IOException {
    ZipEntry entry = entry(part);
    InputStream in = zip.getInputStream(entry);
    if (in == null) {
      throw BadWorkbook.damaged();
    }
    return new Unpacked(in, HARMLESS + MOST_RATIO * Math.max(0, entry.getCompressedSize()));
  }

  XmlScanner scan(String part) throws IOException {
    return new XmlScanner(open(part));
  }

  /** What a part refers to, by the references it uses; an empty name stands for the file itself. */
  Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    String relations = folder + "_rels/" + part.substring(slash + 1) + ".rels";
    Map<String, Relation> found = new LinkedHashMap<>();
    if (!has(relations)) {
      return found;
    }
    try (XmlScanner xml = scan(relations)) {
      for (int tag = xml.next(); tag != XmlScanner.END && found.size() < MOST_PARTS; tag = xml.next()) {
        if (tag == XmlScanner.OPEN && xml.is(RELATIONSHIP) && !"External".equals(xml.value(MODE))) {
          String id = xml.value(ID);
          String type = xml.value(TYPE);
          String target = xml.value(TARGET);
          if (id != null && type != null && target != null) {
            found.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
          }
        }
      }
    }
    return found;
  }

  /** The part of the first relation of a type; null where there is none. */
  static @Nullable String first(Map<String, Relation> relations, String type) {
    return relations.values()
        .stream()
        .filter(r -> r.type().equals(type))
        .map(Relation::part)
        .findFirst()
        .orElse(null);
  }

  private static String resolve(String folder, String target) {
    String whole = target.startsWith("/") || target.startsWith("\\") ? target : folder + target;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : List.of(whole.split("[/\\\\]"))) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  private ZipEntry entry(String part) throws IOException {
    ZipEntry entry = entries.get(key(part));
    if (entry == null) {
      throw BadWorkbook.damaged();
    }
    return entry;
  }

  /** Names of parts are compared without case, and some programs write them as their system does. */
  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The bytes of a part, counted. One thread reads; others may look at the count. */
  static final class Unpacked extends BlockFilter {
    private final long most;
    private volatile long taken;

    Unpacked(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    long taken() {
      return taken;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread writes it
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = in.read(to, offset, length);
      taken += Math.max(n, 0);
      if (taken > most) {
        throw BadWorkbook.bomb();
      }
      return n;
    }
  }
}
