/** What the host says it supports: the newest sets that the office.js of npm knows. `Office.context.requirements.isSetSupported` answers from this. */
export type Requirements = Readonly<Record<string, string>>;

export const REQUIREMENTS: Requirements = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.9",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
  DialogApi: "1.2",
  RibbonApi: "1.1",
  KeyboardShortcuts: "1.1",
  DocumentEvents: "1.1",
  CompressedFile: "1.1",
  File: "1.1",
  Settings: "1.1",
};

export function isSetSupported(requirements: Requirements, name: string, version = "1.1"): boolean {
  const set = Object.entries(requirements).find(([known]) => known.toLowerCase() === name.toLowerCase());
  if (!set) return false;
  const [major = 0, minor = 0] = set[1].split(".").map(Number);
  const [askedMajor = 0, askedMinor = 0] = String(version).split(".").map(Number);
  return major > askedMajor || (major === askedMajor && minor >= askedMinor);
}
