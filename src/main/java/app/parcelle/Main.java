package app.parcelle;

import javafx.application.Application;

import app.parcelle.cli.Cli;
import app.parcelle.ui.shell.App;

/** Picks the window or the command line; the one place where both are known. */
public final class Main {
  private Main() {}

  /** Without arguments opens the window; else runs a command. */
  public static void main(String[] args) {
    if (args.length == 0) {
      Application.launch(App.class);
    } else {
      System.exit(Cli.run(args));
    }
  }
}
