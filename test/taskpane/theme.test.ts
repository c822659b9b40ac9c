import { darkTheme, lightTheme, type PaneTheme } from "../../src/taskpane/theme";

/** Text on its ground: WCAG asks for 4.5 to 1. */
const PAIRS: readonly (readonly [keyof PaneTheme, keyof PaneTheme])[] = [
  ["colorNeutralForeground1", "paneGround"],
  ["colorNeutralForeground1", "paneCard"],
  ["colorNeutralForeground1", "paneLossGround"],
  ["colorNeutralForeground1", "paneWarnGround"],
  ["colorNeutralForeground3", "paneGround"],
  ["colorNeutralForeground3", "paneCard"],
  ["colorNeutralForeground3", "paneWarnGround"],
  ["colorNeutralForeground4", "colorNeutralBackground1"],
  ["colorBrandForeground1", "paneCard"],
  ["colorBrandForeground1", "paneGround"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["paneBandText", "paneBand"],
  ["paneLoss", "paneCard"],
  ["paneGain", "paneCard"],
];

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
])("in the %s theme", (_, theme) => {
  test.each(PAIRS)("%s can be read on %s", (text, ground) => {
    expect(contrast(String(theme[text]), String(theme[ground]))).toBeGreaterThanOrEqual(4.5);
  });
});

test("the measure itself: black on white is 21, grey on grey is not enough", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#888888")).toBeLessThan(4.5);
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const hex = color.length === 4 ? color.replace(/[0-9a-f]/gi, "$&$&") : color;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a colour: ${color}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
