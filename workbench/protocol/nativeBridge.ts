import type { Outcome, RequestQueue } from "./requests";

/**
 * Office.js' own hook for hosts without a web page: a global `_richApiNativeBridge` through which requests and events go as texts. It carries
 * Excel's object model; Office.onReady, ribbon commands and the like need the page's protocol.
 */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by office.js. */
  onMessageFromHost: ((text: string) => void) | null;
}

const FROM_ADDIN = 1;
const ANSWER = 2;
const EVENT = 3;

/** What office.js makes of the channel's refusals on the web, said here in the bridge's own way. */
const REFUSALS: Readonly<Record<number, readonly [status: number, code: string]>> = {
  5004: [400, "InvalidOperationInCellEditMode"],
  5012: [408, "InvalidOrTimedOutSession"],
  5016: [400, "WriteNotSupportedWhenModalDialogOpen"],
  5102: [429, "ActivityLimitReached"],
  5103: [400, "RequestPayloadSizeLimitExceeded"],
  5104: [400, "ResponsePayloadSizeLimitExceeded"],
  7000: [401, "AccessDenied"],
};

export function createNativeBridge(requests: RequestQueue): { bridge: NativeBridge; sendEvents(entries: readonly unknown[]): void } {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, type, flags, message } = JSON.parse(text) as { id: number; type: number; flags: number; message: { body: unknown } };
      if (type !== FROM_ADDIN) return;
      const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
      const answer = requests.run({ text: body, flags, excel: true });
      void answer.then((outcome) => outcome.kind !== "silence" && send({ id, type: ANSWER, flags, message: messageOf(outcome) }));
    },
  };
  const send = (message: unknown) => {
    if (!bridge.onMessageFromHost) throw new Error("office.js has not taken the bridge");
    bridge.onMessageFromHost(JSON.stringify(message));
  };
  return { bridge, sendEvents: (entries) => send({ type: EVENT, flags: 0, message: { entries } }) };
}

function messageOf(outcome: Exclude<Outcome, { kind: "silence" }>): unknown {
  if (outcome.kind === "answer") return { statusCode: 200, headers: {}, body: outcome.body };
  const [statusCode, code] = REFUSALS[outcome.code] ?? [500, "GeneralException"];
  return { statusCode, headers: {}, body: { error: { code, message: `The channel refused the request (${outcome.code}).` } } };
}
