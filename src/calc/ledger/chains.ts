import type { Chain, Wheel } from "./state";

export function newChain({ account, ticker, findings }: Wheel, { type, day, expiry }: { type: "Put" | "Call"; day: number; expiry: number }): Chain {
  const chain: Chain = {
    account, ticker, type, legs: 1, rolls: 0, first: day, lastExpiry: expiry, cash: 0, ended: null, endedOn: 0, assigned: { shares: 0, strikes: 0, cash: 0 }, into: null,
  };
  findings.chains.push(chain);
  return chain;
}

/** Two chains become one by a roll. */
export function joinChains(one: Chain, other: Chain): Chain {
  const [from, into] = [wholeChain(one), wholeChain(other)];
  if (from === into) return into;
  from.into = into;
  into.legs += from.legs;
  into.rolls += from.rolls;
  into.first = Math.min(into.first, from.first);
  into.lastExpiry = Math.max(into.lastExpiry, from.lastExpiry);
  into.cash += from.cash;
  if (from.endedOn > into.endedOn) [into.ended, into.endedOn] = [from.ended, from.endedOn];
  into.assigned.shares += from.assigned.shares;
  into.assigned.strikes += from.assigned.strikes;
  into.assigned.cash += from.assigned.cash;
  return into;
}

/** The chain of which this is a part by now. */
export function wholeChain(chain: Chain): Chain {
  let whole = chain;
  while (whole.into) whole = whole.into;
  if (chain.into) chain.into = whole;
  return whole;
}
