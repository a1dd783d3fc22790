package app.parcelle.engine.intake.archive;

/** Files that no person put beside the others: what systems and programs keep for themselves. */
public final class LeftBehind {
  private LeftBehind() {}

  /** Whether a file of that name, without folders, is one: hidden, {@code Thumbs.db}, the lock of an open document. */
  public static boolean is(String name) {
    return name.startsWith(".") || name.startsWith("~$") || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }
}
