import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "./i18n";
import { Providers } from "./providers";
import { createRouter } from "./router";
import "./base.css";

const root = document.getElementById("root");

if (root !== null) {
  await startI18n();
  const router = createRouter();
  createRoot(root).render(
    <StrictMode>
      <Providers router={router} />
    </StrictMode>,
  );
}
