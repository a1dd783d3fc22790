package app.parcelle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.ui.theme.Theme;

class SettingsFileTest {
  @TempDir
  Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Settings settings = new Settings(1200, 800, true, Locale.FRANCE, Theme.DARK,
        List.of(new Recent(folder.resolve("a b.parcelle"), true, Instant.EPOCH),
            new Recent(folder.resolve("é.parcelle"), false, null)));
    new SettingsFile(folder.resolve("new")).write(settings);
    assertEquals(settings, new SettingsFile(folder.resolve("new")).read());
  }

  @Test
  void unreadableFileCountsAsAbsent() throws IOException {
    Files.writeString(folder.resolve("settings.properties"), "width = wide\n");
    assertEquals(Settings.first(Locale.getDefault()), new SettingsFile(folder).read());
  }

  @Test
  void folderThatCannotBeWrittenToIsNoFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    new SettingsFile(file.resolve("under")).write(Settings.first(Locale.UK));
    assertEquals(Settings.first(Locale.getDefault()), new SettingsFile(file.resolve("under")).read());
  }

  @Test
  void lastUsedComesFirstAndEightAreKept() {
    Settings settings = Settings.first(Locale.UK);
    for (int i : IntStream.range(0, 10).toArray()) {
      settings = settings.used(folder.resolve("p" + i), Instant.ofEpochSecond(i));
    }
    settings = settings.used(folder.resolve("p5"), Instant.ofEpochSecond(10));
    assertEquals(8, settings.recent().size());
    assertEquals(new Recent(folder.resolve("p5"), false, Instant.ofEpochSecond(10)),
        settings.recent().getFirst());
    assertEquals(1, settings.recent().stream().filter(one -> one.file().endsWith("p5")).count());
  }

  @Test
  void pinnedProjectStaysAtTheTopHoweverManyAreOpenedAfterIt() {
    Settings settings = Settings.first(Locale.UK).used(folder.resolve("mine"), Instant.EPOCH);
    settings = settings.pinned(folder.resolve("mine"), true);
    for (int i : IntStream.range(0, 10).toArray()) {
      settings = settings.used(folder.resolve("p" + i), Instant.ofEpochSecond(i + 1));
    }
    assertEquals(9, settings.recent().size());
    assertEquals(new Recent(folder.resolve("mine"), true, Instant.EPOCH), settings.recent().getFirst());
    settings = settings.pinned(folder.resolve("mine"), false).gone(folder.resolve("p9"));
    assertEquals(folder.resolve("p8"), settings.recent().getFirst().file());
  }

  @Test
  void projectsNotedBeforeThereWereDaysAreStillRead() throws IOException {
    Files.writeString(folder.resolve("settings.properties"), "recent.1 = " + folder.resolve("old") + "\n");
    assertEquals(List.of(new Recent(folder.resolve("old"), false, null)),
        new SettingsFile(folder).read().recent());
  }
}
