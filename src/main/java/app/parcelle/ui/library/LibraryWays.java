package app.parcelle.ui.library;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;

/** Where segments can go from the list, and how they are told of. */
record LibraryWays(Workbench workbench) {
  void open(SavedSegment saved) {
    workbench.go(new Place.Segments(saved.segment()));
  }

  void overlap(List<SavedSegment> segments) {
    workbench.go(new Place.Overlap(segments.stream().map(SavedSegment::id).toList()));
  }

  void split(SavedSegment saved) {
    workbench.go(new Place.Split(saved.id()));
  }

  void export(List<SavedSegment> segments) {
    workbench.go(new Place.Exports(segments.stream().map(SavedSegment::id).toList()));
  }

  String sentence(SavedSegment saved) {
    return Sentence.of(saved.segment(), workbench.project().fields(), workbench.texts());
  }

  String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(workbench.texts().locale())
        .format(instant.atZone(workbench.project().view().zone()));
  }
}
