/**
 * Actions take turns: what is pressed while another one is going on, in the pane or on the ribbon, begins when that has ended and sees what it did. Else two that
 * add rows at the same time would both take the same place, and one would write over the other.
 */
export function inTurn<A extends unknown[], T>(act: (...given: A) => Promise<T>): (...given: A) => Promise<T> {
  return (...given) => {
    const mine = last.then(() => act(...given));
    // what went wrong goes to the one who pressed; the next only waits for the end
    last = mine.then(ended, ended);
    return mine;
  };
}

let last: Promise<void> = Promise.resolve();
const ended = (): void => undefined;
