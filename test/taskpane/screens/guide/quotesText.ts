import { WDGT } from "../../../calc/screen/chains";

/** The worked example WDGT of 2026-03-02 as a broker's page gives it to the clipboard. */
export const wdgtText = (): string =>
  [["Expiration", "Strike", "Put/Call", "Delta", "Bid", "Ask"], ...WDGT.puts.map(({ strike, delta, bid, ask }) => ["04/17/2026", strike, "Put", delta, bid, ask])].map((cells) => cells.join("\t")).join("\n");

/** Its author's rules, as they would stand in the Settings table. */
export const WDGT_SETTINGS = WDGT.rules.map(([name, value]) => ({ name, value }));
