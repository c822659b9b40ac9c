/** The forms of moves: what can be done with what is open, as typed text. docs/spec/moves.md §1. */
export { type MoveDraft, type MoveField, type MoveKind, type MoveOn, emptyMove } from "./draft";
export { moveFields } from "./fields";
export { type MoveVerdict, readMove } from "./read";
export { type EndingDraft, type EndingField, emptyEnding, readEnding } from "./ending";
