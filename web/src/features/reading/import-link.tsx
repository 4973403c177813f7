import { ImportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { can, useSession } from "@/features/access";
import { useIsPhone } from "@/shared/media";
import type { ObjectMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";

/** The way to bring a file in, for those who may; columns are matched on a screen with room. */
export function ImportLink({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const session = useSession();
  const isPhone = useIsPhone();
  if (isPhone || !object.rights.import || !can(session, "import")) {
    return null;
  }
  return (
    <Link to={paths.newImport(object.name)}>
      <Button icon={<ImportOutlined aria-hidden="true" />}>{t("reading.import")}</Button>
    </Link>
  );
}
