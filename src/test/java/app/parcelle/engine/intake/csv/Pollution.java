package app.parcelle.engine.intake.csv;

import java.util.List;

import app.parcelle.engine.intake.TextOptions;

/**
 * A table written in a bad way, and what should come back of it.
 *
 * @param group what is bad about it
 * @param name in which way
 * @param given all that a person could say of how it is written
 * @param header names of the columns as they should come back
 * @param rows cells as they should come back
 */
record Pollution(String group, String name, byte[] bytes, TextOptions given, List<String> header,
    List<List<String>> rows) {
  @Override
  public String toString() {
    return group + ": " + name;
  }
}
