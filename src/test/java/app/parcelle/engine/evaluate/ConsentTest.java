package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class ConsentTest {
  private static final List<String> YES = List.of("granted", "Opt-In", "OUI", "yes", "1", "accordé");
  private static final List<String> NO = List.of("refused", "withdrawn", "Non", "opt_out", "0", "Désabonné");
  private static final List<String> NEITHER = List.of("", "perhaps", "n/a?");

  @TempDir
  private Path folder;

  /** @param day null where the entry has no time */
  private record Entry(String key, @Nullable LocalDate day, ConsentState state, String purpose,
      String channel) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLatestEntryBeforeTheEndOfTheDaySpeaks(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("Client|Quand|Réponse|Finalité|Canal"));
    for (int i = 0; i < 250; i++) {
      ConsentState state = List.of(ConsentState.values()).get(random.nextInt(3));
      List<String> words = switch (state) {
        case GRANTED -> YES;
        case REFUSED -> NO;
        case UNKNOWN -> NEITHER;
      };
      boolean timeless = random.nextInt(10) == 0;
      Entry entry = new Entry("k" + random.nextInt(40),
          timeless ? null : Questions.TODAY.minusDays(random.nextInt(12) - 3), state,
          random.nextBoolean() ? "News" : "Offers", random.nextBoolean() ? "E-mail" : "SMS");
      entries.add(entry);
      lines.add(String.join("|", entry.key(), timeless ? "" : String.valueOf(entry.day()),
          words.get(random.nextInt(words.size())), entry.purpose(), entry.channel()));
    }
    try (Questions asked = new Questions(Files.createTempDirectory(folder, "w"))) {
      List<String> people = new ArrayList<>(List.of("Customer|Name"));
      for (int c = 0; c < 45; c++) {
        people.add("k" + c + "|n");
      }
      asked.add("People", Map.of(), Map.of("Customer", Role.CUSTOMER_KEY), Map.of(), people);
      asked.add("Ledger", Map.of("Quand", ColumnType.DATE, "Réponse", ColumnType.TEXT),
          Map.of("Client", Role.CUSTOMER_KEY, "Quand", Role.EVENT_TIME, "Réponse", Role.CONSENT), Map.of(),
          lines);
      for (String purpose : Arrays.asList(null, "news", "Offers", "other")) {
        for (String channel : Arrays.asList(null, "é-MAIL", "sms")) {
          for (LocalDate asOf : Arrays.asList(null, Questions.TODAY.minusDays(4),
              Questions.TODAY.plusDays(2))) {
            compare(asked, entries, purpose, channel, asOf);
          }
        }
      }
      assertEquals(reachable(asked, entries),
          asked.keys(
              java.util.Objects.requireNonNull(asked.evaluator().reachable(asked.asOf(), Questions.JOB))));
    }
  }

  private static void compare(Questions asked, List<Entry> entries, @Nullable String purpose,
      @Nullable String channel, @Nullable LocalDate asOf) {
    Map<String, ConsentState> last = last(entries.stream()
        .filter(e -> purpose == null || e.purpose().equalsIgnoreCase(purpose))
        .filter(e -> channel == null || e.channel().equalsIgnoreCase(channel.replace('é', 'e')))
        .toList(), asOf == null || asOf.isAfter(Questions.TODAY) ? Questions.TODAY : asOf);
    for (ConsentState state : ConsentState.values()) {
      Set<String> in = new TreeSet<>();
      asked.base().forEach(key -> {
        if (last.getOrDefault(key, ConsentState.UNKNOWN) == state) {
          in.add(key);
        }
      });
      var test = new Condition.Consent("Ledger", state, purpose, channel, asOf);
      assertEquals(in, asked.meeting(test), test.toString());
    }
  }

  private static Map<String, ConsentState> last(List<Entry> entries, LocalDate day) {
    Map<String, Entry> last = new HashMap<>();
    for (Entry entry : entries) {
      LocalDate when = entry.day();
      if (when != null && !when.isAfter(day)) {
        Entry former = last.get(entry.key());
        LocalDate before = former == null ? null : former.day();
        if (before == null || !when.isBefore(before)) {
          last.put(entry.key(), entry);
        }
      }
    }
    Map<String, ConsentState> states = new HashMap<>();
    last.forEach((key, entry) -> states.put(key, entry.state()));
    return states;
  }

  private static Set<String> reachable(Questions asked, List<Entry> entries) {
    Set<String> reachable = new TreeSet<>();
    for (String purpose : List.of("News", "Offers")) {
      for (String channel : List.of("E-mail", "SMS")) {
        last(
            entries.stream().filter(e -> e.purpose().equals(purpose) && e.channel().equals(channel)).toList(),
            Questions.TODAY).forEach((key, state) -> {
              if (state == ConsentState.GRANTED && asked.base().contains(key)) {
                reachable.add(key);
              }
            });
      }
    }
    return reachable;
  }

  @Test
  void aYesNoFieldOfCustomersIsAConsentToo() {
    try (Questions asked = new Questions(folder)) {
      assertNull(asked.evaluator().reachable(asked.asOf(), Questions.JOB));
      asked.add("People", Map.of("Optin", ColumnType.YES_NO, "Age", ColumnType.WHOLE),
          Map.of("Customer", Role.CUSTOMER_KEY, "Optin", Role.CONSENT), Map.of(),
          List.of("Customer|Optin|Age", "a|yes|1", "b|no|1", "c||1", "d|oops|1"));
      assertEquals(Set.of("a"), asked.meeting(field(ConsentState.GRANTED)));
      assertEquals(Set.of("b"), asked.meeting(field(ConsentState.REFUSED)));
      assertEquals(Set.of("c", "d"), asked.meeting(field(ConsentState.UNKNOWN)));
      assertEquals(Message.of("evaluate.why.consent.granted"), asked.shown(field(ConsentState.REFUSED), "a"));
      assertEquals(Set.of("a"), asked.keys(java.util.Objects.requireNonNull(
          asked.evaluator().reachable(asked.asOf(), Questions.JOB))));
      assertThrows(Problem.class,
          () -> asked.meeting(new Condition.Consent("Age", ConsentState.GRANTED, null, null, null)));
      assertThrows(Problem.class,
          () -> asked.meeting(new Condition.Consent("Gone", ConsentState.GRANTED, null, null, null)));
    }
  }

  private static Condition field(ConsentState state) {
    return new Condition.Consent("Optin", state, null, null, null);
  }

  @Test
  void aLedgerWithoutTimesGoesByItsOrderAndWhySaysSinceWhen() {
    try (Questions asked = new Questions(folder)) {
      asked.add("People", Map.of(), Map.of("Customer", Role.CUSTOMER_KEY), Map.of(),
          List.of("Customer|Name", "a|n", "b|n"));
      asked.add("Ledger", Map.of("Answer", ColumnType.YES_NO),
          Map.of("Customer", Role.CUSTOMER_KEY, "Answer", Role.CONSENT, "Page", Role.PLACE), Map.of(),
          List.of("Customer|Answer|Page", "a|no|x", "b|yes|y", "a|yes|x", "b|no|y", "a|yes|z"));
      var granted = new Condition.Consent("Ledger", ConsentState.GRANTED, null, null, null);
      assertEquals(Set.of("a"), asked.meeting(granted));
      asked.add("Dated", Map.of("Answer", ColumnType.YES_NO, "When", ColumnType.DATE),
          Map.of("Customer", Role.CUSTOMER_KEY, "Answer", Role.CONSENT, "When", Role.EVENT_TIME), Map.of(),
          List.of("Customer|When|Answer", "a|2024-01-02|yes", "a|2024-03-04|no", "a|2024-03-04|yes"));
      assertEquals(
          Message.of("evaluate.why.consent-since", Message.of("evaluate.why.consent.granted"),
              LocalDate.of(2024, 3, 4)),
          asked.shown(new Condition.Consent("Dated", ConsentState.GRANTED, null, null, null), "a"));
      assertNotNull(asked.shown(granted, "b"));
    }
  }
}
