package app.parcelle.engine.intake;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Bytes that are text as somebody wrote it. */
public record ContentText(Content content) implements TextSource {
  @Override
  public String name() {
    return content.name();
  }

  @Override
  public String tableName() {
    return TableName.of(content.name());
  }

  @Override
  public long bytes() {
    return content.bytes();
  }

  @Override
  public boolean isRecords() {
    return false;
  }

  @Override
  public @Nullable Path plainFile() {
    return content.file();
  }

  @Override
  public Reading open() throws IOException {
    return content.open();
  }
}
