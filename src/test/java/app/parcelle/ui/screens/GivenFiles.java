package app.parcelle.ui.screens;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.dialog.FileDialogs;

/** Answers with the files it was given beforehand, or as if the person had closed the dialog. */
public final class GivenFiles implements FileDialogs {
  private final Deque<List<Path>> answers = new ArrayDeque<>();

  /** The next question is answered with these files; where one is asked for, with the first. */
  public GivenFiles next(Path... files) {
    answers.add(List.of(files));
    return this;
  }

  @Override
  public List<Path> open(Message title, String... extensions) {
    return answers.isEmpty() ? List.of() : answers.remove();
  }

  @Override
  public Optional<Path> folder(Message title) {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.remove().getFirst());
  }

  @Override
  public Optional<Path> save(Message title, String suggestedName, String extension) {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.remove().getFirst());
  }
}
