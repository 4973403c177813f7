import { ClockCircleOutlined, RetweetOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown, Tooltip } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { plainText } from "@/shared/field-value";
import { formatInstant, formatPlan } from "@/shared/format";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { RecordLink } from "@/shared/record-link";
import { isReference, type RecordData, titleOf } from "@/shared/records";
import { ToneTag } from "@/shared/tone-tag";
import { POSTPONED, postponed } from "./postponing";
import styles from "./tasks.module.css";

type Props = { activity: ObjectMeta; task: RecordData };

/** One thing to do: ticked off, put off or opened by mouse and by keys. */
export function TaskRow({ activity, task }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdateRecord(pathOf(activity));
  const [isPuttingOff, setPuttingOff] = useState(false);
  const name = titleOf(task, activity.titleField);
  const kind = fieldOf(activity, "kind");
  const mayChange = activity.rights.update && !update.isPending;
  const due = typeof task.dueAt === "string" ? task.dueAt : undefined;

  function tick() {
    update.mutate({ record: task, body: { done: true } }, { onError: announce });
  }

  function putOff(key: string) {
    const option = POSTPONED.find((known) => known.key === key);
    if (option !== undefined) {
      const body = { dueAt: postponed(due, option, new Date()) };
      update.mutate({ record: task, body }, { onError: announce });
    }
  }

  function press(event: KeyboardEvent<HTMLLIElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "x" || event.key === " ") {
      event.preventDefault();
      tick();
    } else if (event.key === "p") {
      setPuttingOff(true);
    } else if (event.key === "Enter") {
      navigate(paths.record(pathOf(activity), task.id));
    }
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: what keys do, the buttons in it do too
    <li
      className={styles.task}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: rows are walked through by keys
      tabIndex={0}
      data-task={task.id}
      aria-label={name}
      aria-busy={update.isPending}
      onKeyDown={press}
    >
      <Checkbox
        checked={update.isPending && update.variables?.body.done === true}
        disabled={!mayChange}
        aria-label={t("activity.tasks.tick", { name })}
        onChange={tick}
      />
      <span className={styles.kind}>
        {kind !== undefined && (
          <ToneTag tone={task.priority === "high" ? "attention" : "neutral"}>
            {plainText(kind, task.kind)}
          </ToneTag>
        )}
      </span>
      <span className={styles.subject}>
        <RecordLink object={activity.name} id={task.id}>
          {name}
        </RecordLink>
        {isReference(task.customer) && (
          <small>
            <RecordLink object="customer" id={task.customer.id}>
              {task.customer.title}
            </RecordLink>
          </small>
        )}
      </span>
      <span className={styles.mark}>
        {task.repeats ? (
          <Tooltip title={t("activity.tasks.repeats")}>
            <RetweetOutlined aria-label={t("activity.tasks.repeats")} />
          </Tooltip>
        ) : null}
      </span>
      <time dateTime={due} title={due === undefined ? undefined : formatInstant(due)}>
        {due === undefined ? "" : formatPlan(due)}
      </time>
      <Dropdown
        open={isPuttingOff}
        onOpenChange={setPuttingOff}
        trigger={["click"]}
        placement="bottomRight"
        disabled={!mayChange}
        menu={{
          autoFocus: true,
          items: POSTPONED.map(({ key }) => ({ key, label: t(`activity.tasks.to.${key}`) })),
          onClick: ({ key, domEvent }) => {
            domEvent.stopPropagation();
            putOff(key);
          },
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<ClockCircleOutlined />}
          aria-label={t("activity.tasks.postpone", { name })}
        />
      </Dropdown>
    </li>
  );
}
