import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MentionInput } from "@/features/mention";
import { announce } from "@/shared/announce";
import { CommentRow } from "./comment-row";
import { commentOptions, useAddComment } from "./history-queries";
import styles from "./timeline.module.css";

type Props = { path: string; id: string };

/** What colleagues say about an entry, and the line to answer. */
export function EntryComments({ path, id }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const comments = useQuery(commentOptions(path, id));
  const add = useAddComment(path, id);

  function send() {
    add.mutate(text.trim(), { onSuccess: () => setText(""), onError: announce });
  }

  return (
    <div className={styles.comments}>
      <ul aria-label={t("history.comments")}>
        {comments.data?.items.map((comment) => (
          <CommentRow key={comment.id} path={path} id={id} comment={comment} />
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
