package org.kezhi.mail;

import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.OUTGOING_MAIL;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the mail that is to be sent and that was sent; each step of sending is a transaction.
@Repository
class MailRepository {

  private static final int SHOWN = 200;

  private final DSLContext db;

  MailRepository(DSLContext db) {
    this.db = db;
  }

  /// A mail whose turn it is.
  record Due(UUID id, String messageId, int attempts, Mail mail) {}

  void insert(UUID id, String messageId, Mail mail) {
    db.insertInto(OUTGOING_MAIL)
        .set(OUTGOING_MAIL.ID, id)
        .set(OUTGOING_MAIL.BUSINESS_KEY, mail.key())
        .set(OUTGOING_MAIL.MESSAGE_ID, messageId)
        .set(OUTGOING_MAIL.RECIPIENT, mail.to())
        .set(OUTGOING_MAIL.SUBJECT, mail.subject())
        .set(OUTGOING_MAIL.BODY, mail.text())
        .onConflict(OUTGOING_MAIL.BUSINESS_KEY)
        .doNothing()
        .execute();
  }

  /// Takes a mail for a while: whoever dies with it leaves it to the next attempt.
  @Transactional
  Optional<Due> take(OffsetDateTime now, OffsetDateTime until) {
    return db.update(OUTGOING_MAIL)
        .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, until)
        .set(OUTGOING_MAIL.ATTEMPTS, OUTGOING_MAIL.ATTEMPTS.plus(1))
        .where(
            OUTGOING_MAIL.ID.eq(
                select(OUTGOING_MAIL.ID)
                    .from(OUTGOING_MAIL)
                    .where(OUTGOING_MAIL.STATE.eq("waiting"))
                    .and(OUTGOING_MAIL.NEXT_ATTEMPT_AT.le(now))
                    .orderBy(OUTGOING_MAIL.NEXT_ATTEMPT_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetchOptional(row ->
            new Due(
                row.getId(),
                row.getMessageId(),
                row.getAttempts(),
                new Mail(
                    row.getBusinessKey(), row.getRecipient(), row.getSubject(), row.getBody())));
  }

  @Transactional
  void sent(UUID id, OffsetDateTime at) {
    db.update(OUTGOING_MAIL)
        .set(OUTGOING_MAIL.STATE, "sent")
        .set(OUTGOING_MAIL.SENT_AT, at)
        .setNull(OUTGOING_MAIL.ERROR)
        .where(OUTGOING_MAIL.ID.eq(id))
        .execute();
  }

  /// @param again when to try again; never if there is nothing
  @Transactional
  void failed(UUID id, String error, @Nullable OffsetDateTime again) {
    db.update(OUTGOING_MAIL)
        .set(OUTGOING_MAIL.STATE, again == null ? "failed" : "waiting")
        .set(OUTGOING_MAIL.ERROR, error)
        .set(
            OUTGOING_MAIL.NEXT_ATTEMPT_AT,
            again == null ? OUTGOING_MAIL.NEXT_ATTEMPT_AT : DSL.val(again))
        .where(OUTGOING_MAIL.ID.eq(id))
        .execute();
  }

  @Transactional
  boolean again(UUID id, OffsetDateTime now) {
    return db.update(OUTGOING_MAIL)
            .set(OUTGOING_MAIL.STATE, "waiting")
            .set(OUTGOING_MAIL.ATTEMPTS, 0)
            .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, now)
            .where(OUTGOING_MAIL.ID.eq(id))
            .and(OUTGOING_MAIL.STATE.ne("sent"))
            .execute()
        == 1;
  }

  @Transactional
  int forget(OffsetDateTime before) {
    return db.deleteFrom(OUTGOING_MAIL).where(OUTGOING_MAIL.CREATED_AT.lt(before)).execute();
  }

  List<OutgoingMail> list() {
    return db.select(
            OUTGOING_MAIL.ID,
            OUTGOING_MAIL.RECIPIENT,
            OUTGOING_MAIL.SUBJECT,
            OUTGOING_MAIL.STATE,
            OUTGOING_MAIL.ATTEMPTS,
            OUTGOING_MAIL.ERROR,
            OUTGOING_MAIL.CREATED_AT,
            OUTGOING_MAIL.NEXT_ATTEMPT_AT,
            OUTGOING_MAIL.SENT_AT)
        .from(OUTGOING_MAIL)
        .orderBy(OUTGOING_MAIL.ID.desc())
        .limit(SHOWN)
        .fetch(Records.mapping(OutgoingMail::new));
  }
}
