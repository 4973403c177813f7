import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "./i18n";
import { Providers } from "./providers";
import "./base.css";

const root = document.getElementById("root");

if (root !== null) {
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
