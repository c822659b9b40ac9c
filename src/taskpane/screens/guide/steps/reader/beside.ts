import type { Quotes } from "../quotes";
import { type Asked, type Screened, type Terms, chainDesk } from "./desk";

interface Answers {
  readonly read: (text: string, fileName: string) => Promise<Quotes>;
  readonly judge: (terms: Terms) => Promise<Screened>;
}

/** Beside the page where it can be, else in it: an Office that gives no worker still reads chains, and typing waits. */
export function askedBeside(start: () => Worker | null = startWorker): Answers {
  const waiting = new Map<number, { readonly done: (answer: never) => void; readonly failed: (error: Error) => void; readonly asked: Asked }>();
  const here = chainDesk();
  const inPage = (asked: Asked): Quotes | Screened => ("read" in asked ? here.read(asked.read.text, asked.read.fileName) : here.judge(asked.screen));
  /** Null: there is none here, or it was lost. */
  let worker: Worker | null | undefined;
  let last: Asked | null = null;
  let id = 0;

  return {
    read: (text, fileName) => ask((last = { read: { text, fileName } })),
    judge: (terms) => ask({ screen: terms }),
  };

  function ask<T extends Quotes | Screened>(asked: Asked): Promise<T> {
    if (worker === undefined) worker = started();
    if (!worker) return new Promise((done) => done(inPage(asked) as T));
    id += 1;
    const [to, number] = [worker, id];
    return new Promise<T>((done, failed) => {
      waiting.set(number, { done: done as (answer: never) => void, failed, asked });
      to.postMessage({ id: number, asked });
    });
  }

  function started(): Worker | null {
    const fresh = start();
    if (!fresh) return null;
    fresh.onmessage = ({ data }: MessageEvent<{ id: number; answer?: never; failed?: string }>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.failed === undefined) asker?.done(data.answer as never);
      else asker?.failed(new Error(data.failed));
    };
    // its file could not be fetched, or Office forbids it: what was asked is answered in the page
    fresh.onerror = (event) => {
      event.preventDefault();
      worker = null;
      if (last && ![...waiting.values()].some(({ asked }) => asked === last)) inPage(last);
      for (const { asked, done, failed } of waiting.values()) {
        try {
          done(inPage(asked) as never);
        } catch (error) {
          failed(error instanceof Error ? error : new Error(String(error)));
        }
      }
      waiting.clear();
    };
    return fresh;
  }
}

function startWorker(): Worker | null {
  if (typeof Worker !== "function") return null;
  try {
    return new Worker("chains.js");
  } catch (error) {
    // a policy of the host that forbids workers is no fault of the chain; anything else is one of ours
    if (error instanceof DOMException) return null;
    throw error;
  }
}
