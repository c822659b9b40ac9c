import { type AddinMessage, REGISTER, UNREGISTER, event, reply } from "./envelope";

/** Which events the add-in asks for, by the channel's names. */
export interface Registrations {
  /** True when the message asks for an event, or for no more of it: that is answered here. */
  take(message: AddinMessage): boolean;
  /** Sends an event; nothing when the add-in has not asked for such. */
  fire(name: string, data: unknown): void;
  /** Resolves when the add-in asks for such events. */
  asked(name: string): Promise<void>;
}

export function createRegistrations(post: (message: object) => void, conversationId: string): Registrations {
  const registrations = new Map<string, AddinMessage>();
  const waiting = new Map<string, (() => void)[]>();

  return {
    take(message) {
      const { _actionType: type, _actionName: name } = message;
      if (type !== REGISTER && type !== UNREGISTER) return false;
      if (type === REGISTER) {
        registrations.set(name, message);
        for (const go of waiting.get(name)?.splice(0) ?? []) setTimeout(go, 0);
      } else registrations.delete(name);
      post(reply(message, { Error: 0 }));
      return true;
    },
    fire(name, data) {
      const registration = registrations.get(name);
      if (registration) post(event(registration, conversationId, data));
    },
    asked(name) {
      if (registrations.has(name)) return Promise.resolve();
      return new Promise((resolve) => waiting.set(name, [...(waiting.get(name) ?? []), resolve]));
    },
  };
}
