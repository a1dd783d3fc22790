package app.parcelle;

import app.parcelle.cli.Cli;
import app.parcelle.ui.shell.Desktop;

/** Picks the window or the command line; the one place where both are known. */
public final class Main {
  private Main() {}

  /** Without arguments opens the window; else runs a command. */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.exit(Desktop.open());
    } else {
      System.exit(Cli.run(args));
    }
  }
}
