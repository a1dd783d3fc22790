package app.parcelle.cli;

import java.nio.file.Path;

/**
 * A file to be written.
 *
 * @param file where it is written
 * @param place where it will stand when all is done; what the answer names
 */
record Output(Path file, Path place) {
  static Output direct(Path file) {
    return new Output(file, file);
  }
}
