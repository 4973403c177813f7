import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MentionInput } from "@/features/mention";
import { announce } from "@/shared/announce";
import { formatInstant, formatMoment } from "@/shared/format";
import { commentOptions, useAddComment, useDeleteComment } from "./history-queries";
import styles from "./timeline.module.css";

type Props = { path: string; id: string };

/** What colleagues say about an entry, and the line to answer. */
export function EntryComments({ path, id }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const comments = useQuery(commentOptions(path, id));
  const add = useAddComment(path, id);
  const remove = useDeleteComment(path, id);

  function send() {
    add.mutate(text.trim(), { onSuccess: () => setText(""), onError: announce });
  }

  return (
    <div className={styles.comments}>
      <ul aria-label={t("history.comments")}>
        {comments.data?.items.map((comment) => (
          <li key={comment.id}>
            <p className={styles.actor}>
              <strong>{comment.author.title}</strong>
              <time dateTime={comment.at} title={formatInstant(comment.at)}>
                {formatMoment(comment.at)}
              </time>
              {comment.mine && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => remove.mutate(comment.id, { onError: announce })}
                >
                  {t("history.takeBack")}
                </Button>
              )}
            </p>
            <p className={styles.said}>{comment.body}</p>
          </li>
        ))}
      </ul>
      <div className={styles.answer}>
        <MentionInput
          path={path}
          id={id}
          autoFocus
          rows={{ minRows: 1, maxRows: 6 }}
          value={text}
          label={t("history.commentHint")}
          onChange={setText}
          onSend={send}
        />
        <Button type="primary" disabled={text.trim() === ""} loading={add.isPending} onClick={send}>
          {t("history.send")}
        </Button>
      </div>
    </div>
  );
}
