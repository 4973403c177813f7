import { LinkOutlined } from "@ant-design/icons";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Flex, Modal, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { formatInstant } from "@/shared/format";
import { get, request } from "@/shared/http";

const feedOptions = queryOptions({
  queryKey: ["calendar-feed"],
  queryFn: ({ signal }) => get<{ since?: string | null }>("/api/calendar-feed", undefined, signal),
});

/** Lets a person read their plans in the calendar of a phone or another program. */
export function FeedButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<LinkOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("calendar.feed.subscribe")}
      </Button>
      <Modal
        open={isOpen}
        title={t("calendar.feed.title")}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Feed />
      </Modal>
    </>
  );
}

function Feed() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const feed = useQuery(feedOptions);
  const refresh = () => client.invalidateQueries(feedOptions);
  const create = useMutation({
    mutationFn: () => request<{ path: string }>("POST", "/api/calendar-feed"),
    onSuccess: refresh,
    onError: announce,
  });
  const revoke = useMutation({
    mutationFn: () => request<void>("DELETE", "/api/calendar-feed"),
    onSuccess: () => {
      create.reset();
      return refresh();
    },
    onError: announce,
  });
  const since = feed.data?.since;
  return (
    <Flex vertical gap={12}>
      <p>{t("calendar.feed.help")}</p>
      {create.data !== undefined && (
        <Alert
          type="success"
          title={t("calendar.feed.once")}
          description={
            <Typography.Text copyable code>
              {window.location.origin + create.data.path}
            </Typography.Text>
          }
        />
      )}
      {since && create.data === undefined && (
        <p>{t("calendar.feed.since", { at: formatInstant(since) })}</p>
      )}
      <Flex gap={8}>
        <Button type="primary" loading={create.isPending} onClick={() => create.mutate()}>
          {t(since ? "calendar.feed.renew" : "calendar.feed.create")}
        </Button>
        {since && (
          <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t("calendar.feed.revoke")}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
