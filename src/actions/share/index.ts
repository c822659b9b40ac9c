import { documentFile } from "../../workbook/share/documentFile";
import { openCopy as open } from "../../workbook/share/openCopy";
import { inTurn } from "../inTurn";
import { type Archive, openArchive } from "./file/archive";
import { type CopyReport, type CopyWish, makeShareable } from "./file/copy";
import { type Findings, lookAt } from "./file/look";
import { paceOf } from "./file/pace";
import { type OnPart, convertInPlace as convert, keptCount as countKept, turnBack as back } from "./inPlace";

/** Fetched with the Share screen: what a reader without the add-in sees, and a copy that opens right for everybody. docs/spec/sharing.md. */
export type { CopyReport, CopyWish } from "./file/copy";
export type { Elsewhere, Findings, WheelCell } from "./file/look";
export type { OnPart } from "./inPlace";

/** A shareable copy, ready to be saved. */
export interface SharedCopy extends CopyReport {
  readonly bytes: Uint8Array;
}

/** Looks through the workbook's own file. The workbook is only read. */
export const lookThrough = inTurn(async (onPart: OnPart): Promise<Findings> => {
  const archive = openArchive(await documentFile(firstThird(onPart), NOT_LOOKED));
  const found = await lookAt(archive, { pace: paceOf(weightOf(archive) * LOOKS, LATER, onPart, NOT_LOOKED) });
  onPart(1);
  return found;
});

/** Makes the copy from the file as it is now; the open workbook stays as it is. */
export const makeCopy = inTurn(async (wish: CopyWish, onPart: OnPart): Promise<SharedCopy> => {
  const archive = openArchive(await documentFile(firstThird(onPart), NO_COPY));
  const report = await makeShareable(archive, { ...wish, name: copyName() }, paceOf(weightOf(archive) * CHANGES, LATER, onPart, NO_COPY));
  onPart(1);
  return { ...report, bytes: archive.pack() };
});

/** Getting the file from Excel is about a third of the work. */
const firstThird = (onPart: OnPart): OnPart => (done) => onPart(done * LATER[0]);
const LATER = [0.3, 1] as const;
const NOT_LOOKED = "Stopped. The workbook was not looked through.";
const NO_COPY = "Stopped. No copy was made.";
const weightOf = (archive: Archive): number => archive.paths().filter((path) => path.startsWith("xl/worksheets/")).reduce((sum, path) => sum + archive.weight(path), 0);
/** How often all sheets are gone through, about. */
const [LOOKS, CHANGES] = [2, 5];

export const convertInPlace = inTurn(async (onPart: OnPart) => {
  const { undo, ...done } = await convert(onPart);
  return { ...done, ...(undo && { undo: inTurn(undo) }) };
});
export const turnBack = inTurn(back);

/** Shows the copy as a new workbook of its own, to be looked at and saved there. */
export const openCopy = ({ bytes }: SharedCopy): Promise<void> => open(bytes);
/** Can the pane save files? On a Mac it cannot: a press on a link does nothing there (office-js issues 2700, 4681). */
export const canSave = (): boolean => Office.context.platform !== Office.PlatformType.Mac;

export const keptCount = countKept;

/** "Book1.xlsx" → "Book1 (shared).xlsx" */
function copyName(): string {
  const last = decoded(Office.context.document.url ?? "").split(/[/\\]/).at(-1)?.split("?")[0] ?? "";
  return `${last.replace(/\.\w{1,5}$/, "") || "Workbook"} (shared).xlsx`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a percent sign of the name's own
  }
}
