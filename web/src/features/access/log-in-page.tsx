import { Alert, Button, Form, Input } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { switchLanguage } from "@/shared/language";
import { paths } from "@/shared/paths";
import { isProblem } from "@/shared/problem";
import { type Credentials, useLogIn } from "./access-mutations";
import styles from "./log-in-page.module.css";

export function LogInPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const logIn = useLogIn();
  const next = parameters.get("next") ?? paths.home;
  const isInside = next.startsWith("/") && !next.startsWith("//") && !next.startsWith("/\\");
  const otherLanguage = i18n.language === "en" ? "zh-CN" : "en";

  function submit(credentials: Credentials) {
    logIn.mutate(credentials, { onSuccess: () => navigate(isInside ? next : paths.home) });
  }

  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <header className={styles.head}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <h1>{t("app.name")}</h1>
          <p>{t("access.logIn.welcome")}</p>
        </header>
        {logIn.isError && (
          <Alert type="error" className={styles.alert ?? ""} title={message(logIn.error, t)} />
        )}
        <Form<Credentials> layout="vertical" requiredMark={false} size="large" onFinish={submit}>
          <Form.Item
            name="userName"
            label={t("access.logIn.userName")}
            rules={[{ required: true, message: t("access.logIn.userNameMissing") }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("access.logIn.password")}
            rules={[{ required: true, message: t("access.logIn.passwordMissing") }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={logIn.isPending}>
            {t("access.logIn.submit")}
          </Button>
        </Form>
      </section>
      <Button type="text" onClick={() => switchLanguage(otherLanguage)} lang={otherLanguage}>
        {t(`access.language.${otherLanguage}`)}
      </Button>
    </main>
  );
}

function message(error: Error, t: TFunction): string {
  return isProblem(error) ? (error.detail ?? error.title) : t("shared.problem.unreachable");
}
