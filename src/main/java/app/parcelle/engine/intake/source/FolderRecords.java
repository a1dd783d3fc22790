package app.parcelle.engine.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.SourceLook;
import app.parcelle.engine.intake.csv.SourceRows;
import app.parcelle.engine.intake.source.FolderSource.Member;

/** The rows of one file after the other. One file is open at a time. */
final class FolderRecords extends RecordStream {
  private final Iterator<Member> members;
  private final List<String> names;
  private final TextOptions said;
  private boolean begun;
  private volatile @Nullable Opened opened;
  private volatile long before;

  /** @param names of the columns, the last for the name of the file */
  FolderRecords(List<Member> members, List<String> names, TextOptions said) {
    this.members = members.iterator();
    this.names = names;
    this.said = said;
  }

  @Override
  protected boolean next(RecordBuffer into) throws IOException {
    if (!begun) {
      begun = true;
      names.forEach(into::text);
      into.end();
      return true;
    }
    Opened current = opened;
    while (current == null || !current.rows.next()) {
      close();
      if (!members.hasNext()) {
        return false;
      }
      current = Opened.of(members.next(), names, said);
      opened = current;
    }
    current.write(into);
    return true;
  }

  /** Bytes of all files taken so far. Any thread may ask. */
  long taken() {
    Opened current = opened;
    return before + (current == null ? 0 : current.rows.taken());
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread writes it
  public void close() throws IOException {
    Opened current = opened;
    if (current != null) {
      opened = null;
      before += current.member.bytes();
      current.close();
    }
  }

  /**
   * The file whose turn it is.
   *
   * @param places which column of the file each column takes; -1 for none
   */
  private record Opened(Member member, TextSource source, SourceRows rows,
      int[] places) implements Closeable {
    static Opened of(Member member, List<String> names, TextOptions said) throws IOException {
      List<String> own = member.look().names().stream().map(SourceLook::key).toList();
      int[] places = names.subList(0, names.size() - 1)
          .stream()
          .mapToInt(name -> own.indexOf(SourceLook.key(name)))
          .toArray();
      TextSource source = Sources.of(member.file(), said);
      try {
        return new Opened(member, source, member.look().rows(source), places);
      } catch (IOException | RuntimeException e) {
        source.close();
        throw e;
      }
    }

    void write(RecordBuffer into) {
      String reject = rows.reject();
      if (reject != null) {
        // one cell alone, so that it is no row of the table either
        into.text(reject);
        into.end();
        return;
      }
      for (int place : places) {
        if (place < 0) {
          into.empty();
        } else {
          rows.write(place, into);
        }
      }
      into.text(IntakeProblems.name(member.file()));
      into.end();
    }

    @Override
    public void close() throws IOException {
      try {
        rows.close();
      } finally {
        source.close();
      }
    }
  }
}
