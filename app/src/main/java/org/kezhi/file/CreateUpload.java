package org.kezhi.file;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Announces a file for a record.
///
/// @param file of which it is a new version, if of any
/// @param sha256 what the hash must be, where the sender knows it
/// @param mark by what the sender knows the same file again, so that it can go on where it was
record CreateUpload(
    @NotBlank String object,
    @NotNull UUID record,
    @Nullable UUID file,
    @NotBlank String name,
    @Min(0) long size,
    @Nullable FileKind kind,
    @Nullable Direction direction,
    @Nullable LocalDate documentDate,
    @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
    @Nullable @Size(max = 500) String mark) {}
