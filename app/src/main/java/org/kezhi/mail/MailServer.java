package org.kezhi.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The server that takes mail, and who sends it.
///
/// @param security `none`, `startTls` (required, not just offered) or `tls`
/// @param address where people find Kezhi, for links
record MailServer(
    @NotBlank @Size(max = 200) String host,
    @Min(1) @Max(65535) int port,
    @NotNull @Pattern(regexp = "none|startTls|tls") String security,
    @Nullable @Size(max = 200) String userName,
    @NotBlank @Email @Size(max = 200) String sender,
    @NotNull @Pattern(regexp = "(https?://[^\\s]{1,190})?") String address) {

  String domain() {
    return sender.substring(sender.lastIndexOf('@') + 1);
  }
}
