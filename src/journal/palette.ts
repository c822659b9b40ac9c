/**
 * The one palette, for sheets, charts, pane and docs. Ink and paper carry the page; green is money that came in, red money that
 * went out, amber what wants a look. Every pair that carries text has a contrast of at least 4.5 to 1.
 */
export const palette = {
  /** Text. */
  ink: "#1B2A33",
  /** Second text: subtitles, units, notes. */
  slate: "#51626C",
  /** Lines and edges. */
  line: "#D9E0E3",
  /** Ground of a page. */
  paper: "#FFFFFF",
  /** Ground of what is calculated. */
  tint: "#F3F7F6",
  /** The brand: title bands, headers, the primary button. */
  pine: "#12493F",
  /** The brand, one step lighter: header rows, hover. */
  moss: "#1F6B5C",
  /** What the add-in rebuilds: tabs and headers of reports. */
  harbour: "#3B6EA8",
  /** Text on pine and moss. */
  mist: "#DCEBE6",
  /** Money in, and "all is well". */
  gain: "#1A7F4B",
  /** Money out, and what is wrong. */
  gainGround: "#E7F4EC",
  loss: "#C0312B",
  lossGround: "#FCEBEA",
  /** Odd, but possible. */
  warn: "#8A5A00",
  warnGround: "#FFF3D6",
} as const;

/** Tab colours: where one types, what the add-in rebuilds, what one sets once. */
export const tabColors = { typed: palette.moss, report: palette.harbour, settings: "#8A949A" } as const;

/** Series of charts, in the order in which they are used; told apart without colour by their labels. */
export const series = ["#1F6B5C", "#3B6EA8", "#B7791F", "#8B5FA6", "#6B7A83"] as const;
