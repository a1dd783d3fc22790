package app.parcelle.ui.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the system has to bring before anything can be shown or drawn. JavaFX would say so with a stack trace, or end the whole
 * process; it is asked for beforehand. Only Linux comes without these parts: other systems answer that nothing is missing.
 *
 * @param linux whether this is Linux
 * @param loads whether a shared library of that name can be loaded
 */
public record SystemParts(boolean linux, Predicate<String> loads) {
  private static final Map<String, String> FOR_PICTURES = new TreeMap<>(
      Map.of("libfreetype.so.6", "libfreetype6",
          "libfontconfig.so.1", "libfontconfig1", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));
  private static final Map<String, String> FOR_WINDOWS = new TreeMap<>(
      Map.of("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6"));

  public static SystemParts here() {
    return new SystemParts(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
        SystemParts::canLoad);
  }

  /** The Debian packages without which nothing can be drawn, not even a picture in a file. */
  public List<String> missingForPictures() {
    return missing(FOR_PICTURES);
  }

  /** The further Debian packages without which no window can be opened. */
  public List<String> missingForWindows() {
    return missing(FOR_WINDOWS);
  }

  private List<String> missing(Map<String, String> packages) {
    return linux
        ? packages.entrySet()
            .stream()
            .filter(part -> !loads.test(part.getKey()))
            .map(Map.Entry::getValue)
            .toList()
        : List.of();
  }

  /** Whether there is a display that answers. */
  public boolean hasDisplay() {
    return !linux || (loads.test("libX11.so.6") && displayAnswers());
  }

  @SuppressWarnings("restricted")
  private static boolean canLoad(String library) {
    try {
      SymbolLookup.libraryLookup(library, Arena.global());
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }

  @SuppressWarnings("restricted")
  private static boolean displayAnswers() {
    SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
    Linker linker = Linker.nativeLinker();
    try {
      MemorySegment display = (MemorySegment) linker
          .downcallHandle(x11.findOrThrow("XOpenDisplay"),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
          .invokeExact(MemorySegment.NULL);
      if (display.address() == 0) {
        return false;
      }
      int _ = (int) linker
          .downcallHandle(x11.findOrThrow("XCloseDisplay"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
          .invokeExact(display);
      return true;
    } catch (Throwable unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
