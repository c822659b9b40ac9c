/** The look of a table as Univer's theme: which styles its rows have. */
interface TableTheme {
  readonly name: string;
  readonly style: Record<string, object>;
}

/**
 * Excel's table styles, each with bands and without ("TableStyleLight1 plain"), in Office's colours. The first seven lights, the first
 * seven mediums and the first seven darks are the families by colour that Excel starts with; higher numbers repeat them.
 */
export function tableThemes(): TableTheme[] {
  const themes: TableTheme[] = [];
  for (const [family, count] of [["Light", 21], ["Medium", 28], ["Dark", 11]] as const)
    for (let number = 1; number <= count; number++)
      for (const banded of [true, false]) themes.push({ name: themeName(`TableStyle${family}${number}`, banded), style: styleOf(family, ACCENTS[(number - 1) % ACCENTS.length]!, banded) });
  return themes;
}

export function themeName(style: string, banded: boolean): string {
  return banded ? style : `${style} plain`;
}

/** Ink, tint of every other row. Black first, then Office's six accents. */
const ACCENTS = [
  ["#000000", "#F2F2F2"],
  ["#4472C4", "#D9E1F2"],
  ["#ED7D31", "#FCE4D6"],
  ["#7F7F7F", "#EDEDED"],
  ["#BF8F00", "#FFF2CC"],
  ["#2F75B5", "#DDEBF7"],
  ["#548235", "#E2EFDA"],
] as const;

function styleOf(family: "Light" | "Medium" | "Dark", [ink, tint]: readonly [string, string], banded: boolean): Record<string, object> {
  const line = { s: 1, cl: { rgb: ink } };
  const filled = family !== "Light";
  return {
    headerRowStyle: filled ? { bg: { rgb: ink }, cl: { rgb: "#FFFFFF" }, bl: 1 } : { bl: 1, bd: { t: line, b: line } },
    firstRowStyle: banded && family !== "Dark" ? { bg: { rgb: tint } } : family === "Dark" ? { bg: { rgb: ink }, cl: { rgb: "#FFFFFF" } } : {},
    secondRowStyle: family === "Dark" ? { bg: { rgb: ink }, cl: { rgb: "#FFFFFF" } } : {},
    lastRowStyle: { bd: { b: line } },
  };
}
