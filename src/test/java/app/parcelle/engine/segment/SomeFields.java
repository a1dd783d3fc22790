package app.parcelle.engine.segment;

import java.util.List;
import java.util.Optional;

import app.parcelle.engine.table.TableVersion;

/** A catalogue of fields, with nothing else that segments could speak of. */
public class SomeFields implements FieldCatalog {
  private final List<Field> fields;

  public SomeFields(List<Field> fields) {
    this.fields = fields;
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  @Override
  public Optional<Field> find(FieldRef ref) {
    return fields.stream()
        .filter(field -> ref.id() == null ? field.name().equals(ref.name()) : field.id().equals(ref.id()))
        .findFirst();
  }

  @Override
  public Optional<TableVersion> events(String nameOrId) {
    return Optional.empty();
  }

  @Override
  public List<TableVersion> tables() {
    return List.of();
  }

  @Override
  public Optional<String> clustering(String nameOrId) {
    return Optional.empty();
  }
}
