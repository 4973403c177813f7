package org.kezhi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// One role of one database, with the words it logs in with.
record Login(String url, String user, String password) {

  Connection connect() throws SQLException {
    var properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("loginTimeout", "10");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
