import axe from "axe-core";

/** What axe finds wrong in what is drawn, in words. Colours, sizes and letters that are pictures need a real browser: test/e2e/pane.e2e.ts. */
export async function axeFinds(root: Element = document.body): Promise<string[]> {
  if (root.childElementCount === 0) throw new Error("nothing is drawn that could be checked");
  const { violations } = await axe.run(root, { rules: { "color-contrast": { enabled: false }, "label-content-name-mismatch": { enabled: false }, region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`));
}
