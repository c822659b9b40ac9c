/** The envelope of office.js' messages between an add-in's page and Excel on the web: JSON texts by postMessage. */
export interface AddinMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

export const REQUEST = 0;
export const INVOKE = 0;
export const REGISTER = 1;
export const UNREGISTER = 2;
export const NOT_SUPPORTED = -2;

const RESPONSE = 1;
const CALLING = 0;
const EVENTING = 1;

/** null when the text is none of office.js' requests: other scripts post messages, too. */
export function readMessage(text: unknown): AddinMessage | null {
  if (typeof text !== "string" || !text.startsWith("{")) return null;
  let message: Partial<AddinMessage>;
  try {
    message = JSON.parse(text) as Partial<AddinMessage>;
  } catch {
    return null; // not ours: office.js sends whole JSON
  }
  return message._messageType === REQUEST && typeof message._actionName === "string" ? (message as AddinMessage) : null;
}

export function reply(to: AddinMessage, data: unknown, errorCode = 0): object {
  return { _messageType: RESPONSE, _actionName: to._actionName, _conversationId: to._conversationId, _correlationId: to._correlationId, _data: data, _errorCode: errorCode, _responseType: CALLING };
}

/** An event, for the handler that `registration` asked for. */
export function event(registration: AddinMessage, conversationId: string, data: unknown): object {
  return { _messageType: RESPONSE, _actionName: registration._actionName, _conversationId: conversationId, _correlationId: registration._correlationId, _data: data, _errorCode: 0, _responseType: EVENTING };
}
