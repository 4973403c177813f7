package org.kezhi.file;

import java.util.Objects;
import java.util.Set;
import org.kezhi.database.StartProblem;
import org.kezhi.file.S3Settings.Place;
import org.kezhi.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Says in our words what an answer of the store means, or that there was none.
final class S3Fault {

  private static final Logger LOG = LoggerFactory.getLogger(S3Fault.class);
  private static final int FULL = 507;
  private static final Set<String> FULL_TOO = Set.of("QuotaExceeded", "XMinioStorageFull");
  private static final Set<Integer> REFUSED = Set.of(401, 403);
  private static final Set<Integer> ELSEWHERE = Set.of(301, 307);

  private S3Fault() {}

  static Problem problem(SdkException fault) {
    if (fault instanceof S3Exception answer
        && (answer.statusCode() == FULL || FULL_TOO.contains(code(answer)))) {
      return FileProblem.STORAGE_FULL.with();
    }
    LOG.warn("The store of files does not do what it shall", fault);
    return FileProblem.STORE_AWAY.with();
  }

  static StartProblem atStart(SdkException fault, Place place) {
    if (!(fault instanceof S3Exception answer)) {
      return new StartProblem(
          "无法连接文件存储 %s（%s）。".formatted(place.name(), reason(fault)),
          "The file store %s cannot be reached (%s).".formatted(place.name(), reason(fault)),
          fault);
    } else if (REFUSED.contains(answer.statusCode())) {
      return new StartProblem(
          "文件存储 %s 不接受所给的访问密钥，或不允许它读写（%s）。".formatted(place.name(), code(answer)),
          "The file store %s refuses the access key, or does not let it read and write (%s)."
              .formatted(place.name(), code(answer)),
          fault);
    } else if (code(answer).equals("NoSuchBucket")) {
      return new StartProblem(
          "文件存储中没有存储桶 %s；请先创建。".formatted(place.name()),
          "The bucket %s does not exist; create it first.".formatted(place.name()),
          fault);
    } else if (ELSEWHERE.contains(answer.statusCode())
        || code(answer).equals("AuthorizationHeaderMalformed")) {
      return new StartProblem(
          "存储桶 %s 不在区域 %s；请用 KEZHI_FILES_S3_REGION 指定。".formatted(place.name(), place.region()),
          "The bucket %s is not in the region %s; name the right one in KEZHI_FILES_S3_REGION."
              .formatted(place.name(), place.region()),
          fault);
    }
    return new StartProblem(
        "文件存储 %s 无法使用（%d %s）。".formatted(place.name(), answer.statusCode(), code(answer)),
        "The file store %s cannot be used (%d %s)."
            .formatted(place.name(), answer.statusCode(), code(answer)),
        fault);
  }

  private static String code(S3Exception answer) {
    var details = answer.awsErrorDetails();
    return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
  }

  private static String reason(Throwable fault) {
    var deepest = fault;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    var text = Objects.requireNonNullElse(deepest.getMessage(), deepest.toString());
    return text.lines().findFirst().orElse("").strip();
  }
}
