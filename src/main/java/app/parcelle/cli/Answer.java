package app.parcelle.cli;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a command says when all was done.
 *
 * @param json as {@code src/docs/command-line.md} describes it
 * @param lines the same in few words, for people
 */
record Answer(ObjectNode json, List<String> lines) {
  Answer {
    lines = List.copyOf(lines);
  }
}
