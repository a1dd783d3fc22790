package app.parcelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** JSON as the command line reads it (strictly) and writes it (decimals exact and plain). */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** @throws Problem when the file cannot be read or holds no JSON */
  static JsonNode read(Path file) {
    String text = text(file);
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Problem(Message.of("cli.problem.not-json", file.toString(), at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr()), e);
    }
  }

  /** @throws Problem when the file cannot be read */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Problem(Message.of("cli.problem.unreadable", file.toString()), e);
    }
  }
}
