package app.parcelle.engine.intake.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.archive.ZipDirectory;
import app.parcelle.engine.intake.archive.ZipEntry;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Opens one file of an archive: the one that a person has said, else the largest that may hold a table. A part of that file
 * is named behind it: {@code shop.xlsx/Orders}. An archive with one such file is that file.
 */
record ArchiveOpening(Opening opening) {
  private static final int MOST_FILES = 10_000;

  TextSource open(ZipDirectory zip) throws IOException {
    if (zip.entries().size() > MOST_FILES) {
      throw new Problem(Message.of("intake.archive-too-many", zip.archive(), MOST_FILES));
    }
    List<ZipEntry> usable = usable(zip);
    if (usable.isEmpty()) {
      throw new Problem(Message.of("intake.archive-nothing", zip.archive()));
    }
    String part = opening.said().part();
    ZipEntry chosen = part == null ? null : named(part, usable);
    if (chosen == null && part != null && usable.size() > 1) {
      throw IntakeProblems.noSuchPart(zip.archive(), part, usable.stream().map(ZipEntry::name).toList());
    }
    if (chosen == null) {
      chosen = usable.stream().max(Comparator.comparingLong(ZipEntry::size)).orElseThrow();
    }
    String inside = part == null ? null : inside(part, chosen);
    TextSource source = opening.withPart(inside).open(zip.content(chosen));
    return usable.size() == 1 ? source : part(source, chosen, usable);
  }

  private List<ZipEntry> usable(ZipDirectory zip) throws IOException {
    List<ZipEntry> usable = new ArrayList<>();
    for (ZipEntry entry : zip.entries()) {
      opening.job().throwIfCancelled();
      // what cannot be read may well be what the person means, and is refused when it is opened
      if (!entry.isReadable() || Kind.of(zip.content(entry)).mayHoldTable()) {
        usable.add(entry);
      }
    }
    return usable;
  }

  /** The file that a part is, or is in. */
  private static @Nullable ZipEntry named(String part, List<ZipEntry> usable) {
    return usable.stream()
        .filter(entry -> part.equals(entry.name()) || part.startsWith(entry.name() + "/"))
        .max(Comparator.comparingInt(entry -> entry.name().length()))
        .orElse(null);
  }

  /** The part of the file itself; null for the one that is found. */
  private static @Nullable String inside(String part, ZipEntry entry) {
    if (part.equals(entry.name())) {
      return null;
    }
    return part.startsWith(entry.name() + "/") ? part.substring(entry.name().length() + 1) : part;
  }

  private static TextSource part(TextSource source, ZipEntry chosen, List<ZipEntry> usable) {
    List<String> parts = usable.stream()
        .flatMap(entry -> entry.equals(chosen) && !source.parts().isEmpty()
            ? source.parts().stream().map(part -> chosen.name() + "/" + part)
            : Stream.of(entry.name()))
        .toList();
    String part = source.part() == null ? chosen.name() : chosen.name() + "/" + source.part();
    return new HeldSource(source, parts, part, () -> {});
  }
}
