import { StarFilled, StarOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useFollow, useFollows } from "./follow-queries";
import styles from "./follow-star.module.css";

type Props = { object: string; id: string; title: string };

/** Whoever puts a star on a record is told what others do to it. */
export function FollowStar({ object, id, title }: Props) {
  const { t } = useTranslation();
  const follows = useFollows(object, id);
  const follow = useFollow(object);
  return (
    <button
      type="button"
      className={styles.star}
      aria-label={t("follow.star", { title })}
      title={t(follows ? "follow.following" : "follow.help")}
      aria-pressed={follows}
      disabled={follow.isPending}
      onClick={() => follow.mutate({ id, follows: !follows })}
    >
      {follows ? <StarFilled aria-hidden="true" /> : <StarOutlined aria-hidden="true" />}
    </button>
  );
}
