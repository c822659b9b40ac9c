import type { Registrations } from "./registrations";

/** What the add-in answered to a call of one of its functions. */
export type FunctionResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string; readonly code: number };

export interface CommandResult {
  readonly status: number;
  readonly data: unknown;
}

/** What Excel asks of the add-in: functions in cells, and buttons of the ribbon. */
export interface Calls {
  callFunction(functionId: string, args: readonly unknown[], address: string): Promise<FunctionResult>;
  functionAnswered(result: unknown): void;
  invokeCommand(functionName: string, controlId?: string): Promise<CommandResult>;
  commandCompleted(answer: Readonly<Record<number, unknown>>): void;
}

const FUNCTION_CALL = 1;

export function createCalls({ fire, asked }: Registrations, functionsReady: Promise<void>): Calls {
  const calls = new Map<number, (result: FunctionResult) => void>();
  const commands = new Map<string, (result: CommandResult) => void>();
  let made = 0;

  return {
    async callFunction(functionId, args, address) {
      await functionsReady;
      const id = ++made;
      return new Promise((resolve) => {
        calls.set(id, resolve);
        fire("richApiMessage", { ArrayData: [[FUNCTION_CALL, 1000, "", JSON.stringify([id, functionId, args, address, 0, null]), 0, false]] });
      });
    },
    functionAnswered(result) {
      const [id, ok, value, code] = result as [number, boolean, unknown, number | undefined];
      const resolve = calls.get(id);
      calls.delete(id);
      resolve?.(ok ? { ok: true, value } : { ok: false, message: String(value ?? ""), code: code ?? 0 });
    },
    async invokeCommand(functionName, controlId = functionName) {
      await asked("appCommandInvoked");
      const id = `command-${Math.random().toString(36).slice(2)}`;
      return new Promise((resolve) => {
        commands.set(id, resolve);
        fire("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
      });
    },
    commandCompleted({ 0: id, 1: status, 2: json }) {
      commands.get(String(id))?.({ status: Number(status), data: typeof json === "string" && json !== "" ? (JSON.parse(json) as unknown) : null });
      commands.delete(String(id));
    },
  };
}
