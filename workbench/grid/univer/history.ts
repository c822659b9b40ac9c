import type { IUndoRedoItem } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import type { Commands } from "./commands";

/**
 * What Ctrl+Z takes back: the user's own edits, each together with what followed from it (a column that filled itself, formulas that lost a column). What an
 * add-in does is not on the list, and empties it: taking back an edit from before would hit cells that have moved since.
 */
export class History {
  private latest: IUndoRedoItem | null = null;
  private isFollowing = false;

  constructor({ history }: Engine, commands: Commands) {
    history.onPush = (entry, list) => {
      if (this.isFollowing) return this.join(entry);
      this.latest = commands.source === "user" ? entry : null;
      if (this.latest) list.add();
      else list.clear();
    };
  }

  /** While `work` runs, changes belong to the user's latest edit. */
  follow(work: () => void): void {
    const before = this.isFollowing;
    this.isFollowing = true;
    try {
      work();
    } finally {
      this.isFollowing = before;
    }
  }

  /** Something was taken back or done again: what follows from that is on the list already. */
  moved(): void {
    this.latest = null;
  }

  private join({ undoMutations, redoMutations }: IUndoRedoItem): void {
    this.latest?.undoMutations.unshift(...undoMutations);
    this.latest?.redoMutations.push(...redoMutations);
  }
}
