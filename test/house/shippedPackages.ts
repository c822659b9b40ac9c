/** Every package of which something ships, and why it is needed. A new one is added here by hand, or not at all. */
export const ALLOWED: readonly { readonly why: string; readonly packages: readonly string[] }[] = [
  { why: "the pane is made of components: docs/decisions/react-and-fluent-in-the-pane.md", packages: ["react", "react-dom", "scheduler"] },
  {
    why: "what Office users know, and Microsoft recommends for panes; only the components that the screens use",
    packages: [
      "@fluentui/react-button", "@fluentui/react-checkbox", "@fluentui/react-field", "@fluentui/react-icons", "@fluentui/react-input", "@fluentui/react-label", "@fluentui/react-link",
      "@fluentui/react-provider", "@fluentui/react-select", "@fluentui/react-spinner", "@fluentui/react-textarea",
    ],
  },
  { why: "what Fluent's components stand on: names, focus by keyboard, colours", packages: ["@fluentui/react-aria", "@fluentui/react-jsx-runtime", "@fluentui/react-shared-contexts", "@fluentui/react-tabster", "@fluentui/react-utilities", "@fluentui/tokens", "keyborg"] },
  { why: "Fluent's styles, as classes that a strict policy allows", packages: ["@griffel/core", "@griffel/react", "@emotion/hash", "rtl-css-js", "stylis"] },
  { why: "scales and curves of the pane's charts: docs/decisions/charts-in-the-pane.md", packages: ["d3-scale", "d3-shape", "d3-array", "d3-color", "d3-format", "d3-interpolate", "d3-path"] },
  { why: "the share screen reads formulas and a workbook's file, and writes it", packages: ["@borgar/fx", "fflate"] },
];
