package app.parcelle;

/** Picks the window or the command line; the one place where both are known. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.err.println("Parcelle");
  }
}
