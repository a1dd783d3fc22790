package app.parcelle.engine.cluster.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;

/** Puts portraits into words: a name, a sentence and what to do next. */
public final class Personas {
  /** Signs that a sentence names. */
  private static final int NAMED = 3;

  private Personas() {}

  /**
   * One persona a portrait, in their order.
   *
   * @param portraits of one clustering
   * @param fields one a column of the sheet
   */
  public static List<Persona> of(List<Portrait> portraits, List<Field> fields) {
    List<List<Sign>> signs = portraits.stream().map(portrait -> Sign.of(portrait, fields)).toList();
    List<Message> names = names(signs);
    List<Persona> personas = new ArrayList<>();
    for (int i = 0; i < portraits.size(); i++) {
      personas.add(new Persona(portraits.get(i).cluster(), names.get(i), sentence(signs.get(i)),
          advice(portraits.get(i), signs.get(i), fields), signs.get(i).stream().map(Says::apart).toList()));
    }
    return List.copyOf(personas);
  }

  private static List<Message> names(List<List<Sign>> signs) {
    List<Message> names = new ArrayList<>(signs.stream().map(Personas::name).toList());
    List<Message> plain = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      int own = i;
      List<List<Sign>> alike = IntStream.range(0, plain.size())
          .filter(other -> other != own && plain.get(other).equals(plain.get(own)))
          .mapToObj(signs::get)
          .toList();
      if (!alike.isEmpty()) {
        names.set(own, qualified(plain.get(own), signs.get(own), alike));
      }
    }
    Set<Message> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Message name = names.get(i);
      for (int number = 2; !taken.add(name); number++) {
        name = Message.of("cluster.name.numbered", names.get(i), number);
      }
      names.set(i, name);
    }
    return names;
  }

  private static Message name(List<Sign> signs) {
    if (signs.isEmpty()) {
      return Message.of("cluster.name.average");
    }
    Optional<Kind> kind = Kind.of(signs);
    return kind.isPresent()
        ? Message.of("cluster.name." + kind.get().id()) // keys: cluster.name.*
        : named("cluster.name.", signs.getFirst()); // keys: cluster.name.*
  }

  /**
   * The name with the strongest sign that none of those who would be called the same has, else with the strongest that the name
   * does not tell of yet.
   */
  private static Message qualified(Message name, List<Sign> signs, List<List<Sign>> alike) {
    Optional<Kind> kind = Kind.of(signs);
    List<Sign> more = signs.stream().skip(kind.isPresent() ? 0 : 1).toList();
    return more.stream()
        .filter(sign -> alike.stream().flatMap(List::stream).noneMatch(sign::says))
        .findFirst()
        .or(() -> more.stream()
            .filter(sign -> kind.isEmpty() || !kind.get().tells(sign.subject()))
            .findFirst())
        // keys: cluster.name.with.*
        .map(sign -> Message.of("cluster.name.with", name, named("cluster.name.with.", sign)))
        .orElse(name);
  }

  private static Message named(String prefix, Sign sign) {
    String direction = sign.more() ? "more" : "less";
    return switch (sign) {
      case Sign.OfLevel(String name, var level) -> Message.of(prefix + "level", name, level.text());
      case Sign.OfMeasure(Subject subject, Measure measure) -> subject.isTrait()
          ? Message.of(prefix + subject.id() + "." + direction)
          : Message.of(prefix + general(subject) + "." + direction, measure.name());
    };
  }

  private static String general(Subject subject) {
    return switch (subject) {
      case DATE -> "date";
      case YES_NO, CONSENT -> "yes-no";
      default -> "number";
    };
  }

  private static Message sentence(List<Sign> signs) {
    List<Message> parts = signs.stream().limit(NAMED).map(Says::of).toList();
    return switch (parts.size()) {
      case 0 -> Message.of("cluster.sentence.none");
      case 1 -> Message.of("cluster.sentence.one", parts.getFirst());
      case 2 -> Message.of("cluster.sentence.two", parts.getFirst(), parts.getLast());
      default -> Message.of("cluster.sentence.three", parts.getFirst(), parts.get(1), parts.getLast());
    };
  }

  private static Message advice(Portrait portrait, List<Sign> signs, List<Field> fields) {
    Message advice = Kind.of(signs)
        .map(kind -> Message.of("cluster.advice." + kind.id())) // keys: cluster.advice.*
        .orElseGet(() -> signs.isEmpty()
            ? Message.of("cluster.advice.average")
            : Message.of("cluster.advice.general", Says.topic(signs.getFirst())));
    return portrait.measures()
        .stream()
        .filter(
            measure -> measure.known() > 0 && Subject.of(fields.get(measure.column())) == Subject.CONSENT)
        .findFirst()
        .map(consent -> Message.of("cluster.advice.both", advice, consent(consent.own().mean())))
        .orElse(advice);
  }

  private static Message consent(double share) {
    return Message.of(share < 0.5 ? "cluster.advice.consent.few" : "cluster.advice.consent.most", share);
  }
}
