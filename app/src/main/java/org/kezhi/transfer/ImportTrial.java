package org.kezhi.transfer;

import java.util.UUID;

/// The job that tries a file out; its result are the counts, and the bad rows are kept with the
/// import.
record ImportTrial(UUID jobId) {}
