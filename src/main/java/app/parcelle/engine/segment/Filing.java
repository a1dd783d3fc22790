package app.parcelle.engine.segment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a person keeps a saved segment, and what they noted of it.
 *
 * @param id of the segment
 * @param folder its path, such as {@code Newsletters/VIP}; empty for a segment in no folder
 * @param tags words of the person's, each once whatever its case
 * @param note empty where there is none
 * @param changed when the segment was last saved or renamed; null where nobody knows
 */
public record Filing(String id, String folder, List<String> tags, String note, @Nullable Instant changed) {
  public Filing {
    tags = List.copyOf(tags);
  }

  static Filing none(String id) {
    return new Filing(id, "", List.of(), "", null);
  }

  Filing in(String otherFolder) {
    return new Filing(id, otherFolder, tags, note, changed);
  }

  Filing changedAt(Instant moment) {
    return new Filing(id, folder, tags, note, moment);
  }

  /** The same for another segment. */
  public Filing of(String otherId) {
    return new Filing(otherId, folder, tags, note, changed);
  }

  /** With other words; blank tags and those there twice are left out. */
  public Filing described(List<String> words, String text) {
    Map<String, String> each = new LinkedHashMap<>();
    words.stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(word -> each.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
    return new Filing(id, folder, List.copyOf(each.values()), text.strip(), changed);
  }
}
