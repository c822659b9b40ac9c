import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import { palette } from "../journal/palette";

/** Fluent's light and dark themes in the journal's colours: the same ink, lines and green as the sheets. */
export const lightTheme: PaneTheme = {
  ...createLightTheme(brandRamp()),
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, sans-serif",
  colorNeutralForeground1: palette.ink,
  colorNeutralForeground2: palette.ink,
  colorNeutralForeground3: palette.slate,
  colorNeutralForeground4: palette.slate,
  colorNeutralStroke2: palette.line,
  colorBrandForeground1: palette.moss,
  paneGround: palette.tint,
  paneCard: palette.paper,
  paneBand: palette.pine,
  paneBandText: palette.mist,
  paneGain: palette.gain,
  paneLoss: palette.loss,
  paneLossGround: palette.lossGround,
  paneWarn: palette.warn,
  paneWarnGround: palette.warnGround,
};

const darkBase = createDarkTheme(brandRamp());
export const darkTheme: PaneTheme = {
  ...darkBase,
  fontFamilyBase: lightTheme.fontFamilyBase,
  colorBrandForeground1: "#7BBCAC",
  colorBrandForegroundLink: "#7BBCAC",
  colorBrandForegroundLinkHover: "#95CEC0",
  colorNeutralForeground3: "#B4BEC3",
  colorNeutralForeground4: "#A3AEB4",
  colorNeutralStroke2: "#3A4246",
  colorNeutralBackground1: "#23292C",
  paneGround: "#1A1F21",
  paneCard: "#23292C",
  paneBand: "#0E3A32",
  paneBandText: palette.mist,
  paneGain: "#6FCF97",
  paneLoss: "#FF9A93",
  paneLossGround: "#3B2321",
  paneWarn: "#F2C266",
  paneWarnGround: "#362C17",
};

/** What Fluent has no name for. Read in styles as `paneTokens.paneGround`. */
interface PaneColors {
  paneGround: string;
  paneCard: string;
  paneBand: string;
  paneBandText: string;
  paneGain: string;
  paneLoss: string;
  paneLossGround: string;
  paneWarn: string;
  paneWarnGround: string;
}
export type PaneTheme = Theme & PaneColors;

export const paneTokens: PaneColors = {
  paneGround: "var(--paneGround)",
  paneCard: "var(--paneCard)",
  paneBand: "var(--paneBand)",
  paneBandText: "var(--paneBandText)",
  paneGain: "var(--paneGain)",
  paneLoss: "var(--paneLoss)",
  paneLossGround: "var(--paneLossGround)",
  paneWarn: "var(--paneWarn)",
  paneWarnGround: "var(--paneWarnGround)",
};

/** From nearly black to nearly white through the palette's pine (50) and moss (80). */
function brandRamp(): BrandVariants {
  return {
    10: "#04130F", 20: "#08221C", 30: "#0B3129", 40: "#0E3E35",
    50: palette.pine, 60: "#165448", 70: "#1A5F52", 80: palette.moss,
    90: "#33806F", 100: "#4A9584", 110: "#62A998", 120: "#7BBCAC",
    130: "#95CEC0", 140: "#AFDED2", 150: "#C9ECE3", 160: "#E3F6F1",
  };
}
