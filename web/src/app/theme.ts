import { theme as antTheme, type ThemeConfig } from "antd";

const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

const light = {
  ground: "#f5f6f7",
  surface: "#ffffff",
  raised: "#ffffff",
  ink: "#1c2733",
  inkSoft: "#56636f",
  inkFaint: "#5f6c77",
  line: "#e4e8ec",
  control: "#d3d9df",
  brand: "#16735b",
  brandSoft: "#e3f1ec",
  attention: "#a54817",
  attentionSoft: "#fbe9df",
  loss: "#b3362f",
  lossSoft: "#f9e4e2",
  gold: "#7d5600",
  goldSoft: "#f8ecd0",
  blue: "#2a5d8f",
  blueSoft: "#e4eef8",
  purple: "#6b4a92",
  purpleSoft: "#efe8f7",
  neutral: "#56636f",
  neutralSoft: "#edf0f2",
  layerTop: "#94690a",
  layerBig: "#16735b",
  layerMedium: "#58a88f",
  layerSmall: "#b7d8ca",
  layerIdle: "#dde1e6",
  onStrong: "#ffffff",
  onMedium: "#10241e",
  scaleLow: "#dfe9e4",
  scaleHigh: "#16735b",
  persimmon: "#c9622d",
  sand: "#e3c9a6",
};

const dark: typeof light = {
  ground: "#12171c",
  surface: "#1a2127",
  raised: "#222b32",
  ink: "#e4e9ed",
  inkSoft: "#a7b2bc",
  inkFaint: "#8b97a2",
  line: "#2c353d",
  control: "#3d4853",
  brand: "#4fb896",
  brandSoft: "#1c3a32",
  attention: "#e99463",
  attentionSoft: "#40291d",
  loss: "#ee8279",
  lossSoft: "#42211f",
  gold: "#e2b85a",
  goldSoft: "#3d3217",
  blue: "#86b5e2",
  blueSoft: "#1d3146",
  purple: "#bda3dd",
  purpleSoft: "#33284a",
  neutral: "#a7b2bc",
  neutralSoft: "#2a333b",
  layerTop: "#c9962c",
  layerBig: "#2f9476",
  layerMedium: "#2a7560",
  layerSmall: "#27564a",
  layerIdle: "#36414a",
  onStrong: "#ffffff",
  onMedium: "#e8f2ee",
  scaleLow: "#22312d",
  scaleHigh: "#1d8364",
  persimmon: "#de7f4c",
  sand: "#7d6444",
};

export type Tones = typeof light;

export function tonesOf(isDark: boolean): Tones {
  return isDark ? dark : light;
}

/** The same colours for our own style sheets: var(--kz-brand-soft) and so on. */
export function toneVariables(isDark: boolean): string {
  const pairs = Object.entries(tonesOf(isDark)).map(([name, colour]) => {
    return `--kz-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`;
  });
  return `:root{color-scheme:${isDark ? "dark" : "light"};${pairs.join(";")};--kz-font:${FONT}}`;
}

export function themeOf(isDark: boolean, isCompact: boolean): ThemeConfig {
  const tones = tonesOf(isDark);
  return {
    algorithm: isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: isDark ? "#1f7a60" : tones.brand,
      colorPrimaryBg: tones.brandSoft,
      colorPrimaryBgHover: tones.brandSoft,
      colorLink: tones.brand,
      colorInfo: tones.brand,
      colorSuccess: tones.brand,
      colorWarning: tones.persimmon,
      colorError: isDark ? "#e0675d" : tones.loss,
      colorBgContainer: tones.surface,
      colorBgElevated: tones.raised,
      colorBgLayout: tones.ground,
      colorFillTertiary: tones.ground,
      colorText: tones.ink,
      colorTextSecondary: tones.inkSoft,
      colorTextTertiary: tones.inkFaint,
      colorTextPlaceholder: tones.inkFaint,
      colorTextDescription: tones.inkFaint,
      colorBorder: tones.control,
      colorBorderSecondary: tones.line,
      colorSplit: tones.line,
      fontFamily: FONT,
      fontSize: 13,
      borderRadius: 7,
      borderRadiusLG: 9,
      borderRadiusSM: 5,
      colorInfoBg: tones.brandSoft,
      colorInfoBorder: tones.line,
      controlItemBgActive: tones.brandSoft,
      controlItemBgActiveHover: tones.brandSoft,
      controlHeight: isCompact ? 28 : 32,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        defaultBorderColor: tones.line,
        defaultHoverColor: tones.brand,
        defaultActiveColor: tones.brand,
      },
      Segmented: { trackBg: tones.neutralSoft, itemSelectedBg: tones.surface },
      Form: { itemMarginBottom: 20, verticalLabelPadding: "0 0 4px", labelColor: tones.inkSoft },
      Table: {
        headerBg: tones.surface,
        headerColor: tones.inkSoft,
        headerSplitColor: "transparent",
        fontWeightStrong: 400,
      },
      Tabs: { itemSelectedColor: tones.brand, inkBarColor: tones.brand },
      Drawer: { paddingLG: 20 },
    },
  };
}
