import type { Tell } from ".";
import type { BookParts } from "./book";
import { formulaFaults } from "./formulas";
import { unique } from "./workbook";
import { type Node, childOf, childrenOf, within } from "./xml";

/** Part 1, chapter 21.2, and which labels Excel takes in which chart: one that it does not draw makes it leave out the whole drawing. */
export function chartFaults(root: Node, part: string, book: BookParts, tell: Tell): void {
  const say = (words: string): void => tell(`${part}: ${words}`);
  const plot = within(root, "c:plotArea")[0];
  if (!plot) return say("no plot");
  const groups = plot.children.filter(({ name }) => /Chart$/.test(name));
  const axes = plot.children.filter(({ name }) => /Ax$/.test(name));
  const idOf = (axis: Node): string => childOf(axis, "c:axId")?.attributes.val ?? "";
  unique(axes.map(idOf), (id) => say(`two axes have the id ${id}`));
  for (const group of groups) {
    const asked = childrenOf(group, "c:axId").map(({ attributes }) => attributes.val);
    for (const id of asked) if (!axes.some((axis) => idOf(axis) === id)) say(`${group.name} asks for the axis ${id ?? ""}`);
    for (const label of within(group, "c:dLblPos")) if (!allowed(group).includes(label.attributes.val ?? "")) say(`labels at ${label.attributes.val ?? ""} in a ${group.name} that is ${childOf(group, "c:grouping")?.attributes.val ?? "whole"}`);
    if (childrenOf(group, "c:ser").length === 0) say(`${group.name} without a series`);
    const range = (name: string, from: number, to: number): void => {
      const value = childOf(group, name)?.attributes.val;
      if (value !== undefined && (Number(value) < from || Number(value) > to)) say(`${name} ${value}`);
    };
    range("c:gapWidth", 0, 500);
    range("c:overlap", -100, 100);
    range("c:holeSize", 1, 90);
    range("c:firstSliceAng", 0, 360);
    for (const series of childrenOf(group, "c:ser")) unique(childrenOf(series, "c:dPt").map((point) => childOf(point, "c:idx")?.attributes.val ?? ""), (point) => say(`the point ${point} twice`));
  }
  for (const axis of axes) {
    const other = childOf(axis, "c:crossAx")?.attributes.val;
    if (!axes.some((one) => idOf(one) === other && one !== axis)) say(`an axis crosses ${other ?? "nothing"}`);
    if (!groups.some((group) => childrenOf(group, "c:axId").some(({ attributes }) => attributes.val === idOf(axis)))) say(`the axis ${idOf(axis)} belongs to nothing`);
  }
  if (groups.some(({ name }) => name === "c:pieChart" || name === "c:doughnutChart") !== (axes.length === 0)) say("axes where none belong, or none where they do");
  const series = within(root, "c:ser");
  for (const name of ["c:idx", "c:order"]) unique(series.map((one) => childOf(one, name)?.attributes.val ?? ""), (value) => say(`two series have the ${name} ${value}`));
  for (const { attributes } of within(root, "c:size")) if (Number(attributes.val) < 2 || Number(attributes.val) > 72) say(`a marker of ${attributes.val ?? ""} points`);
  for (const { text } of within(root, "c:f")) for (const fault of formulaFaults(text, book, "chart")) say(fault);
  for (const { text } of within(root, "a:t")) if (text.length > 255) say(`a title of ${text.length} characters`);
}

function allowed(group: Node): readonly string[] {
  const stacked = ["stacked", "percentStacked"].includes(childOf(group, "c:grouping")?.attributes.val ?? "");
  if (group.name === "c:barChart") return stacked ? ["ctr", "inEnd", "inBase"] : ["ctr", "inEnd", "inBase", "outEnd"];
  if (group.name === "c:lineChart") return ["t", "b", "l", "r", "ctr"];
  return group.name === "c:pieChart" ? ["bestFit", "ctr", "inEnd", "outEnd"] : [];
}

/** Shapes have ids of their own, and hang between two cells, the second not before the first. */
export function drawingFaults(root: Node, part: string, tell: Tell): void {
  unique(within(root, "xdr:cNvPr").map(({ attributes }) => attributes.id ?? ""), (id) => tell(`${part}: two shapes have the id ${id}`));
  for (const anchor of childrenOf(root, "xdr:twoCellAnchor")) {
    const at = (corner: string, name: string): number => Number(childOf(childOf(anchor, corner), name)?.text ?? "");
    for (const [cell, offset] of [["xdr:col", "xdr:colOff"], ["xdr:row", "xdr:rowOff"]] as const) {
      const [from, to] = [at("xdr:from", cell), at("xdr:to", cell)];
      if (!(from >= 0 && to >= from) || !Number.isInteger(at("xdr:from", offset)) || !Number.isInteger(at("xdr:to", offset)) || at("xdr:from", offset) < 0) tell(`${part}: a shape from ${cell} ${from} to ${to}`);
    }
  }
}
