package app.parcelle.cli;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a command says when it was done.
 *
 * @param json as {@code src/docs/command-line.md} describes it
 * @param lines the same in few words, for people
 * @param whole whether all was done that was asked
 */
record Answer(ObjectNode json, List<String> lines, boolean whole) {
  Answer(ObjectNode json, List<String> lines) {
    this(json, lines, true);
  }

  Answer {
    lines = List.copyOf(lines);
  }
}
