package app.parcelle.cli;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.project.SavedImport.Mode;
import app.parcelle.engine.sql.Dialect;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;

/** How the words of options are read. The text of an exception is what could have stood there. */
final class Converters {
  private Converters() {}

  /** A language there are texts for. */
  static final class Language implements ITypeConverter<String> {
    static final List<String> ALL = List.of("fr", "en");

    @Override
    public String convert(String value) {
      String language = value.toLowerCase(Locale.ROOT);
      if (!ALL.contains(language)) {
        throw new TypeConversionException(String.join(", ", ALL));
      }
      return language;
    }
  }

  /** Reads the choices of a preparation, which are all alike, such as {@code leave-out}. */
  static void register(CommandLine line) {
    words(line, Pipeline.Missing.class);
    words(line, Pipeline.Shape.class);
    words(line, Pipeline.Scale.class);
    words(line, Pipeline.Encoding.class);
  }

  private static <T extends Enum<T>> void words(CommandLine line, Class<T> type) {
    line.registerConverter(type, value -> oneOf(value, type.getEnumConstants(), Converters::word));
  }

  /** How a value is written, such as {@code leave-out}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name before an equals sign. */
  static final class Text implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return value;
    }
  }

  /** A role, as {@link Role#id()} has it. */
  static final class RoleId implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      return oneOf(value, Role.values(), Role::id);
    }
  }

  /** A database's SQL, as {@link Dialect#id()} has it. */
  static final class DialectId implements ITypeConverter<Dialect> {
    @Override
    public Dialect convert(String value) {
      return oneOf(value, Dialect.values(), Dialect::id);
    }
  }

  /** A type, as {@link ColumnType#id()} has it. */
  static final class TypeId implements ITypeConverter<ColumnType> {
    @Override
    public ColumnType convert(String value) {
      return oneOf(value, ColumnType.values(), ColumnType::id);
    }
  }

  /** What becomes of returns, as {@link Sale.Returns#id()} has it. */
  static final class ReturnsId implements ITypeConverter<Sale.Returns> {
    @Override
    public Sale.Returns convert(String value) {
      return oneOf(value, Sale.Returns.values(), Sale.Returns::id);
    }
  }

  /** A meaning, as {@link Meaning#id()} has it. */
  static final class MeaningId implements ITypeConverter<Meaning> {
    @Override
    public Meaning convert(String value) {
      Meaning meaning = Meaning.ofId(value);
      if (meaning == null) {
        throw new TypeConversionException("none, money:EUR, percent, email, phone, postal-code, country, "
            + "latitude, longitude, coordinates, list:;");
      }
      return meaning;
    }
  }

  /** What stands between fields: characters, {@code tab} or {@code space}. */
  static final class Delimiter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String delimiter = switch (value.toLowerCase(Locale.ROOT)) {
        case "tab" -> "\t";
        case "space" -> " ";
        default -> value.replace("\\t", "\t");
      };
      if (delimiter.isEmpty() || delimiter.contains("\n") || delimiter.contains("\r")) {
        throw new TypeConversionException(", ; | tab space ||");
      }
      return delimiter;
    }
  }

  /** A quote or an escape: one character, or {@code none}. */
  static final class Sign implements ITypeConverter<Character> {
    @Override
    public Character convert(String value) {
      if (value.equalsIgnoreCase("none")) {
        return TextOptions.NONE;
      }
      if (value.length() != 1 || value.equals("\n") || value.equals("\r")) {
        throw new TypeConversionException("\" ' \\ none");
      }
      return value.charAt(0);
    }
  }

  /** A number of lines or rows: 0 or more. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return number(value, 0, "0, 1, 2");
    }
  }

  /** The width of a column in characters: 1 or more. */
  static final class Width implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return number(value, 1, "4,10,8");
    }
  }

  private static int number(String value, int least, String possible) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new TypeConversionException(possible);
    }
    throw new TypeConversionException(possible);
  }

  /** What imported rows do to those that are there. */
  static final class ModeId implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String value) {
      return oneOf(value, new Mode[]{Mode.APPEND, Mode.REPLACE, Mode.UPDATE},
          mode -> mode.name().toLowerCase(Locale.ROOT));
    }
  }

  /** How many records may be rejected: a number, or a share. */
  static final class Limit implements ITypeConverter<RejectLimit> {
    @Override
    public RejectLimit convert(String value) {
      RejectLimit limit = RejectLimit.of(value);
      if (limit == null) {
        throw new TypeConversionException("0, 100, 2%");
      }
      return limit;
    }
  }

  /** An encoding that this Java knows. */
  static final class Encoding implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String value) {
      try {
        return Charset.forName(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("UTF-8, windows-1252, ISO-8859-1, UTF-16");
      }
    }
  }

  /** A day as ISO 8601 writes it. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException("2026-10-31");
      }
    }
  }

  /** A time zone by its name. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
      try {
        return ZoneId.of(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException("Europe/Paris, UTC");
      }
    }
  }

  private static <T> T oneOf(String value, T[] all, Function<T, String> id) {
    return Arrays.stream(all)
        .filter(one -> id.apply(one).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException(String.join(", ", Arrays.stream(all).map(id).toList())));
  }
}
