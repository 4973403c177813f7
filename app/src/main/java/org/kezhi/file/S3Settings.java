package org.kezhi.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.database.StartProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which bucket holds the files, from `KEZHI_FILES_S3_…`; without a bucket the data folder does.
///
/// @param endpoint the address of the store, if it is not that of AWS
/// @param pathStyle whether the bucket is part of the path and not of the host
@ConfigurationProperties("kezhi.files.s3")
record S3Settings(
    @Nullable String endpoint,
    @Nullable String bucket,
    @Nullable String region,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable String prefix,
    @Nullable Boolean pathStyle) {

  private static final String STANDARD_REGION = "us-east-1";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// Where the files shall lie, without anything left open.
  record Place(@Nullable URI address, String region, Keys keys, String bucket, String prefix) {

    /// What people call it.
    String name() {
      return (address == null ? "s3://" : address + "/") + bucket;
    }
  }

  record Keys(String access, String secret) {}

  S3Settings {
    endpoint = given(endpoint);
    bucket = given(bucket);
    region = given(region);
    accessKey = given(accessKey);
    secretKey = given(secretKey);
  }

  /// What is empty was not meant.
  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  boolean isWanted() {
    return Stream.of(
            Optional.ofNullable(endpoint),
            Optional.ofNullable(bucket),
            Optional.ofNullable(accessKey),
            Optional.ofNullable(secretKey))
        .anyMatch(Optional::isPresent);
  }

  Place place() {
    var keys = new Keys(required("ACCESS_KEY", accessKey), required("SECRET_KEY", secretKey));
    return new Place(
        endpoint == null ? null : address(endpoint),
        Objects.requireNonNullElse(region, STANDARD_REGION),
        keys,
        required("BUCKET", bucket),
        folder());
  }

  boolean isPathStyle() {
    return pathStyle == null ? endpoint != null : pathStyle;
  }

  private String folder() {
    var name = Objects.requireNonNullElse(prefix, "").strip().replaceAll("^/+|/+$", "");
    return name.isEmpty() ? "" : name + "/";
  }

  private static URI address(String endpoint) {
    try {
      var address = new URI(endpoint);
      if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
        return address;
      }
    } catch (URISyntaxException _) {
      // told below
    }
    throw new StartProblem(
        "KEZHI_FILES_S3_ENDPOINT 的值“%s”不是 http(s) 地址。".formatted(endpoint),
        "KEZHI_FILES_S3_ENDPOINT is “%s”, which is no http(s) address.".formatted(endpoint),
        null);
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new StartProblem(
          "文件存储缺少 KEZHI_FILES_S3_%s；请一并填写存储桶和两个密钥，或全部留空以使用数据文件夹。".formatted(name),
          "KEZHI_FILES_S3_%s is missing; give the bucket and both keys, or none of them to keep files in the data folder."
              .formatted(name),
          null);
    }
    return value;
  }
}
