package org.kezhi.access;

/// What somebody wants to do with records that are there.
public enum Use {
  READ,
  UPDATE,
  DELETE
}
