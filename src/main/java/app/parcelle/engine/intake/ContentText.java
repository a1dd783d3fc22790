package app.parcelle.engine.intake;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Bytes that are text as somebody wrote it. */
public record ContentText(Content content) implements ContentSource {
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
