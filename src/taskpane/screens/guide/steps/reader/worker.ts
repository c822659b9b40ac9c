import { type Asked, chainDesk } from "./desk";

/*
 * Runs beside the page, so that nobody who types waits for thousands of quotes: chains.js. One question at a time, in their order.
 */
const desk = chainDesk();
const beside = globalThis as unknown as { onmessage: (message: { readonly data: { readonly id: number; readonly asked: Asked } }) => void; readonly postMessage: (message: object) => void };

beside.onmessage = ({ data: { id, asked } }) => {
  try {
    beside.postMessage({ id, answer: "read" in asked ? desk.read(asked.read.text, asked.read.fileName) : desk.judge(asked.screen) });
  } catch (error) {
    // an error of ours: the page throws it as its own
    beside.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
};
