package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ValueCountsTest {
  @Test
  void spellingsCountAsOneUnderTheMostFrequent() {
    ValueCounts counts = ValueCounts.ranked(Map.of("Lyon", 4, "PARIS", 2, "Paris", 3));
    assertEquals(List.of(new ValueCount("Paris", 5), new ValueCount("Lyon", 4)), counts.of(false));
    assertEquals(List.of(new ValueCount("Lyon", 4), new ValueCount("Paris", 3), new ValueCount("PARIS", 2)),
        counts.of(true));
  }
}
