package org.kezhi.database;

/// The PostgreSQL that Kezhi works on, with its two roles.
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, OuterDatabase {

  /// Owns the tables; runs migrations and changes the schema.
  Login owner();

  /// Reads and writes rows, owns nothing.
  Login app();

  @Override
  void close();
}
