package app.parcelle.engine.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A failure nobody expected, without the data it met: classes and lines of code only, no exception text.
 *
 * @param code the same for the same failure at the same place, such as {@code P-3F2A-91C0}
 * @param details to be copied into a report
 */
public record BugReport(String code, String details) {
  private static final String OURS = "app.parcelle.";
  private static final int FRAMES = 40;

  public static BugReport of(Throwable failure) {
    StringBuilder place = new StringBuilder();
    List<String> lines = new ArrayList<>();
    for (@Nullable
    Throwable cause = failure; cause != null && lines.size() < 5 * FRAMES; cause = cause.getCause()) {
      lines.add(cause.getClass().getName());
      place.append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("  at " + frames[i]);
      }
      for (StackTraceElement frame : frames) {
        if (frame.getClassName().startsWith(OURS)) {
          place.append(frame.getClassName()).append('.').append(frame.getMethodName());
          break;
        }
      }
    }
    int hash = place.toString().hashCode();
    String code = String.format(Locale.ROOT, "P-%04X-%04X", hash >>> 16, hash & 0xFFFF);
    lines.addFirst(code + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
        + System.getProperty("os.version"));
    return new BugReport(code, String.join("\n", lines));
  }
}
