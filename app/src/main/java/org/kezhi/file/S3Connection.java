package org.kezhi.file;

import java.time.Duration;
import org.kezhi.file.S3Settings.Place;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// Speaks to a store in such a way that others than AWS understand it too.
final class S3Connection {

  private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(5);
  private static final Duration UNTIL_IT_GOES_ON = Duration.ofSeconds(60);
  private static final String PROBE = "kezhi-probe";

  private S3Connection() {}

  static S3Client to(Place place, boolean isPathStyle) {
    var keys = AwsBasicCredentials.create(place.keys().access(), place.keys().secret());
    return S3Client.builder()
        .httpClient(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(UNTIL_IT_ANSWERS)
                .socketTimeout(UNTIL_IT_GOES_ON)
                .build())
        .endpointOverride(place.address())
        .region(Region.of(place.region()))
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .forcePathStyle(isPathStyle)
        // sums behind the content and contents in chunks are what most other stores do not know
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
        .build();
  }

  /// Lists, writes and deletes once, as the program will all day.
  static void probe(S3Client client, Place place) {
    var key = place.prefix() + PROBE;
    try {
      client.listObjectsV2(list -> list.bucket(place.bucket()).prefix(place.prefix()).maxKeys(1));
      client.putObject(
          object -> object.bucket(place.bucket()).key(key), RequestBody.fromString(PROBE));
      client.deleteObject(object -> object.bucket(place.bucket()).key(key));
    } catch (SdkException e) {
      throw S3Fault.atStart(e, place);
    }
  }
}
