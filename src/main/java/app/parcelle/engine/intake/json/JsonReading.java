package app.parcelle.engine.intake.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** One reading of a JSON text, token by token, in UTF-8, UTF-16 or UTF-32, or in an encoding that a person has said. */
final class JsonReading implements Closeable {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final int LONGEST_NAME = 10_000;
  private static final int LONGEST_NUMBER = 1_000;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(LONGEST_TEXT)
          .maxNameLength(LONGEST_NAME)
          .maxNumberLength(LONGEST_NUMBER)
          .build())
      // Python writes NaN
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .build();

  private final String name;
  private final Reading reading;
  private final JsonParser parser;

  /** @param text the bytes of the reading */
  JsonReading(String name, Reading reading, InputStream text, @Nullable Charset stated) throws IOException {
    this.name = name;
    this.reading = reading;
    try {
      // Jackson knows the encodings of Unicode from each other
      this.parser = stated == null || stated.name().startsWith("UTF-")
          ? FACTORY.createParser(ObjectReadContext.empty(), text)
          : FACTORY.createParser(ObjectReadContext.empty(), new InputStreamReader(text, stated.newDecoder()));
    } catch (JacksonException e) {
      reading.close();
      throw problem(e);
    }
  }

  JsonParser parser() {
    return parser;
  }

  static JsonFactory factory() {
    return FACTORY;
  }

  /** What to say about a text that cannot be read on. */
  Problem problem(JacksonException failure) throws IOException {
    TokenStreamLocation at = failure.getLocation() == null ? TokenStreamLocation.NA : failure.getLocation();
    if (failure instanceof JacksonIOException io && !(io.getCause() instanceof CharacterCodingException)) {
      throw io.getCause();
    }
    return new Problem(switch (failure) {
      case JacksonIOException e -> Message.of("intake.json-encoding", name);
      case StreamConstraintsException e ->
        Message.of("intake.json-bounds", name, DEEPEST, LONGEST_TEXT >> 20);
      default -> Message.of("intake.json-broken", name, at.getLineNr(), at.getColumnNr());
    }, failure);
  }

  @Override
  public void close() throws IOException {
    parser.close();
    reading.close();
  }
}
