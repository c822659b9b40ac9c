import { type GriffelStyle, tokens } from "@fluentui/react-components";
import { paneTokens } from "../theme";

/** Fields side by side, two in a row; one in a pane as narrow as a phone held by a thumb. */
export const fieldGrid: GriffelStyle = {
  display: "grid",
  gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
  columnGap: tokens.spacingHorizontalM,
  rowGap: tokens.spacingVerticalM,
  "@media (max-width: 270px)": { gridTemplateColumns: "minmax(0, 1fr)" },
};

/** A row of a list that is itself the button: it reaches a little beyond its words, so that they stay in line with what stands above. */
export const rowButton: GriffelStyle = {
  display: "grid",
  width: "calc(100% + 12px)",
  marginInline: "-6px",
  border: "none",
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: "transparent",
  color: "inherit",
  font: "inherit",
  textAlign: "start",
  cursor: "pointer",
  ":hover": { backgroundColor: paneTokens.paneGround },
  ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
};
