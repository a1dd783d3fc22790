package app.parcelle.ui.intake;

/** Databases a person can choose from. */
enum DatabaseKind {
  POSTGRESQL("jdbc:postgresql://", 5432), MYSQL("jdbc:mariadb://", 3306), SQLITE("jdbc:sqlite:", 0),
  /** Any other, by its address and the jar of its driver. */
  OTHER("jdbc:", 0);

  private final String beginning;
  private final int port;

  DatabaseKind(String beginning, int port) {
    this.beginning = beginning;
    this.port = port;
  }

  /** Where such a database usually listens; 0 where it is no server. */
  int port() {
    return port;
  }

  boolean isServer() {
    return port > 0;
  }

  /** The address of a database on a server. */
  String url(String host, String port, String database) {
    String named = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return beginning + named + ":" + port + "/" + database;
  }

  /** The address of a database in a file. */
  String url(String file) {
    return beginning + file;
  }
}
