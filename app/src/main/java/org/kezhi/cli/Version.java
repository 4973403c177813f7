package org.kezhi.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Tells which Kezhi this is, as its jar says.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Kezhi " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
