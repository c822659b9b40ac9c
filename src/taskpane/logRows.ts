import { type Done, logTrades } from "../actions";
import type { Trade } from "../calc";
import { nowNumber } from "./figures";

/** Logs rows as of this moment. Taking them back brings the form back, too, as it was typed. */
export async function logRows(rows: readonly Trade[], restore: () => void): Promise<Done> {
  const { undo, ...done } = await logTrades(rows, nowNumber());
  if (!undo) return done;
  const takeBack = async () => {
    const undone = await undo();
    restore();
    return undone;
  };
  return { ...done, undo: takeBack };
}
