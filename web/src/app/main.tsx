import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "./i18n";
import { Providers } from "./providers";
import { forgetOtherLanguage } from "./query-client";
import { createRouter } from "./router";
import "./base.css";

const root = document.getElementById("root");

if (root !== null) {
  await startI18n();
  i18next.on("languageChanged", forgetOtherLanguage);
  const router = createRouter();
  createRoot(root).render(
    <StrictMode>
      <Providers router={router} />
    </StrictMode>,
  );
}
