package org.kezhi.file;

/// The data folder as a store.
class FolderStoreTests extends StoreContract {

  @Override
  ContentStore open() {
    return new FolderStore(folder);
  }
}
