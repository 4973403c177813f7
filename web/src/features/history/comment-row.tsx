import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MentionInput } from "@/features/mention";
import { announce } from "@/shared/announce";
import { formatInstant, formatMoment } from "@/shared/format";
import { type Comment, useChangeComment, useDeleteComment } from "./history-queries";
import styles from "./timeline.module.css";

type Props = { path: string; id: string; comment: Comment };

/** What somebody has said; its author changes it in place or takes it back. */
export function CommentRow({ path, id, comment }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const remove = useDeleteComment(path, id);

  return (
    <li>
      <p className={styles.actor}>
        <strong>{comment.author.title}</strong>
        <time dateTime={comment.at} title={formatInstant(comment.at)}>
          {formatMoment(comment.at)}
        </time>
        {comment.edited !== null && (
          <span title={formatInstant(comment.edited)}>{t("history.edited")}</span>
        )}
        {comment.mine && text === undefined && (
          <>
            <Button type="link" size="small" onClick={() => setText(comment.body)}>
              {t("history.changeComment")}
            </Button>
            <Button
              type="link"
              size="small"
              onClick={() => remove.mutate(comment.id, { onError: announce })}
            >
              {t("history.takeBack")}
            </Button>
          </>
        )}
      </p>
      {text === undefined ? (
        <p className={styles.said}>{comment.body}</p>
      ) : (
        <CommentEditor
          path={path}
          id={id}
          comment={comment}
          text={text}
          onChange={setText}
          onEnd={() => setText(undefined)}
        />
      )}
    </li>
  );
}

type EditorProps = Props & { text: string; onChange: (text: string) => void; onEnd: () => void };

function CommentEditor({ path, id, comment, text, onChange, onEnd }: EditorProps) {
  const { t } = useTranslation();
  const change = useChangeComment(path, id);

  function save() {
    const body = text.trim();
    if (body === comment.body) {
      onEnd();
    } else {
      change.mutate({ comment: comment.id, body }, { onSuccess: onEnd, onError: announce });
    }
  }

  return (
    <div className={styles.editor}>
      <MentionInput
        path={path}
        id={id}
        autoFocus
        rows={{ minRows: 1, maxRows: 6 }}
        value={text}
        label={t("history.changeComment")}
        onChange={onChange}
        onSend={save}
      />
      <Button
        type="primary"
        disabled={text.trim() === ""}
        loading={change.isPending}
        onClick={save}
      >
        {t("shared.save")}
      </Button>
      <Button onClick={onEnd}>{t("shared.cancel")}</Button>
    </div>
  );
}
