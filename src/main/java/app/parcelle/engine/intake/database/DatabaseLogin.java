package app.parcelle.engine.intake.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a database. Nothing of it is ever kept in a project, and the password is never written anywhere.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/shop}
 * @param driver the jar of a driver that Parcelle does not bring along; null where it does
 */
public record DatabaseLogin(String url, @Nullable String user, @Nullable String password,
    @Nullable Path driver) {

  @Override
  public String toString() {
    return "DatabaseLogin[" + place() + "]";
  }

  /** The address without anything that may hold a password: what stands behind the question mark or before an at sign. */
  public String place() {
    String place = url.replaceFirst("^jdbc:", "").replaceFirst("[?;].*$", "");
    return place.replaceFirst("//[^/@]*@", "//");
  }
}
