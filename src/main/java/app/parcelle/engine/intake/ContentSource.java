package app.parcelle.engine.intake;

/** A table of text that is called after the bytes it is made of. */
public interface ContentSource extends TextSource {
  Content content();

  @Override
  default String name() {
    return content().name();
  }

  @Override
  default String tableName() {
    return TableName.of(content().name());
  }

  @Override
  default long bytes() {
    return content().bytes();
  }
}
