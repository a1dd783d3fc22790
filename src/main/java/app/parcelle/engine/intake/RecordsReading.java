package app.parcelle.engine.intake;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * A reading of records made of something else.
 *
 * @param text the records, which close what they are made of
 * @param counted how many bytes of that have been taken; any thread may ask
 */
public record RecordsReading(RecordStream text, LongSupplier counted) implements TextSource.Reading {
  @Override
  public long taken() {
    return counted.getAsLong();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
