package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

/** Stops a reading in which more records are no rows than a person allows. */
final class RejectWatch {
  private static final int SHOWN = 3;
  private static final int LONGEST = 120;

  private final String source;
  private final @Nullable RejectLimit limit;
  private final List<Reject> first = new ArrayList<>();
  private long seen;
  private long undecodable;

  /** @param limit null where any number is allowed */
  RejectWatch(String source, @Nullable RejectLimit limit) {
    this.source = source;
    this.limit = limit;
  }

  /**
   * Counts one. What cannot be decoded may be no fault of the source, but of the encoding that is tried first.
   *
   * @throws Problem when it is one too many, however many records follow
   */
  void see(Reject reject) {
    seen++;
    undecodable += reject.reason() == Reason.UNDECODABLE ? 1 : 0;
    if (first.size() < SHOWN) {
      first.add(reject);
    }
    if (limit != null && limit.isExceeded(seen - undecodable)) {
      throw tooMany(limit);
    }
  }

  /**
   * Looks at all of them, at the end.
   *
   * @param read records of the source
   * @throws Problem when there are too many
   */
  void finish(long read) {
    if (limit != null && limit.isExceeded(seen, read)) {
      throw tooMany(limit);
    }
  }

  private Problem tooMany(RejectLimit allowed) {
    Object[] args = {source, seen, allowed.toString(), "", "", ""};
    for (int i = 0; i < first.size(); i++) {
      Reject reject = first.get(i);
      args[3 + i] = Message.of("intake.too-many-rejects.line", reject.line(), why(reject.reason()),
          cut(reject.raw()));
    }
    return new Problem(Message.of("intake.too-many-rejects", args));
  }

  private static Message why(Reason reason) {
    return switch (reason) {
      case TOO_MANY_FIELDS -> Message.of("data.reject.too-many-fields");
      case TOO_FEW_FIELDS -> Message.of("data.reject.too-few-fields");
      case UNDECODABLE -> Message.of("data.reject.undecodable");
      case UNCLOSED_QUOTE -> Message.of("data.reject.unclosed-quote");
      case FIELD_TOO_LONG -> Message.of("data.reject.field-too-long");
      case HEADER -> Message.of("data.reject.header");
      case FOOTER -> Message.of("data.reject.footer");
    };
  }

  private static String cut(String raw) {
    String line = raw.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
