import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, InputNumber, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { get, request } from "@/shared/http";

type RecycleBin = { days: number };

const KEY = ["recycle-bin"];

/** For how long deleted records are kept, and the way to change it for those who may. */
export function Retention() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const mayChange = can(useSession(), "admin.settings");
  const [wanted, setWanted] = useState<number | null>(null);
  const bin = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<RecycleBin>("/api/recycle-bin", undefined, signal),
  });
  const keep = useMutation({
    meta: { showsProblem: true },
    mutationFn: (days: number) =>
      request<RecycleBin>("PUT", "/api/recycle-bin", { body: { days } }),
    onSuccess: (kept) => {
      client.setQueryData(KEY, kept);
      setWanted(null);
      message.success(t("writing.trash.saved"));
    },
  });
  if (bin.data === undefined) {
    return null;
  }
  const days = bin.data.days;
  if (!mayChange) {
    return <span>{t("writing.trash.kept", { days })}</span>;
  }
  return (
    <Space>
      <InputNumber
        aria-label={t("writing.trash.kept", { days })}
        prefix={t("writing.trash.keep")}
        suffix={t("writing.trash.days")}
        min={1}
        max={3650}
        precision={0}
        style={{ width: 160 }}
        value={wanted ?? days}
        onChange={setWanted}
      />
      {wanted !== null && wanted !== days && (
        <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate(wanted)}>
          {t("writing.trash.save")}
        </Button>
      )}
    </Space>
  );
}
