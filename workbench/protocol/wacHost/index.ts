import type { Workbook } from "../../model/workbook";
import { xlsxOf } from "../../xlsx";
import { createEvents } from "../events";
import { type Faults, createFaults } from "../faults";
import { REQUIREMENTS, type Requirements } from "../requirements";
import { type Outcome, type RequestRecord, createRequestQueue } from "../requests";
import { type Failure, createInterpreter } from "../richApi/interpreter";
import { FILE_DISPATCH, createDocumentFiles, withFaults } from "./documentFile";
import { type CommandResult, type FunctionResult, createCalls } from "./calls";
import { type AddinMessage, NOT_SUPPORTED, readMessage, reply } from "./envelope";
import { type Conversation, appContext, launchAddress, launchName } from "./launch";
import { createRegistrations } from "./registrations";
import { type PaneVisibility, services } from "./services";

export type { CommandResult, FunctionResult } from "./calls";

export interface WacHostOptions {
  readonly workbook: Workbook;
  /** Origin of the page that plays Excel, and of the add-in; https both, and the same host name. */
  readonly hostOrigin: string;
  readonly addinOrigin: string;
  /** Hands a text to the add-in's window. */
  readonly send: (text: string) => void;
  readonly requirements?: Requirements;
  /** Is the pane open when the add-in starts? It runs either way: the runtime is shared. */
  readonly visible?: boolean;
  /** The add-in asks for its pane to be shown or hidden. */
  readonly onPaneAsked?: (shown: boolean) => void;
  /** Something failed that should not have: an unknown member, an argument, an unknown message. */
  readonly onFailure?: (failure: Failure) => void;
}

/** Excel on the web, as office.js sees it from inside the add-in's page. */
export interface WacHost {
  readonly conversation: Conversation;
  readonly frameName: string;
  addressOf(page: string): string;
  /** Takes whatever arrives from the add-in's window; messages of others are passed over. */
  receive(text: unknown): void;
  /** Functions can be called. */
  readonly functionsReady: Promise<void>;
  callFunction(functionId: string, args: readonly unknown[], address: string): Promise<FunctionResult>;
  /** A ribbon button that runs a function; resolves when the function says event.completed(). Rejects when the add-in takes no commands. */
  invokeCommand(functionName: string, controlId?: string): Promise<CommandResult>;
  /** Tells the add-in that its pane is shown or hidden now. */
  paneShown(shown: boolean): void;
  /** The last ribbon state that the add-in asked for (Office.ribbon.requestUpdate), as JSON. */
  readonly ribbon: string | null;
  readonly faults: Faults;
  readonly failures: Failure[];
  readonly requests: RequestRecord[];
  leftOvers(): { handlers: number; references: number; files: number };
  /** The pane is gone: nothing is sent or answered any more. */
  close(): void;
}

const DISPATCH = { settingsLoad: 75, settingsSave: 76, richApi: 93, commandCompleted: 94 } as const;
const UNKNOWN_METHOD = 5000;
const [OBJECT_EVENT, VISIBILITY_CHANGED] = [65536, 65539];
/** Goes the way of ribbon and functions, and is the workbook's business all the same. */
const OPENS_WORKBOOK = /"Name":"CreateAndOpenWorkbook"/;

export function createWacHost(options: WacHostOptions): WacHost {
  const { workbook, send, requirements = REQUIREMENTS } = options;
  const conversation: Conversation = { id: `conversation-${random()}`, controlId: `control-${random()}`, hostOrigin: options.hostOrigin, addinOrigin: options.addinOrigin };
  const faults = createFaults();
  let [closed, shownOrHidden, ribbon] = [false, 0, null as string | null];
  let pane: PaneVisibility = options.visible ? "Visible" : "Background";
  let markReady: () => void = () => undefined;
  const functionsReady = new Promise<void>((resolve) => (markReady = resolve));
  const registrations = createRegistrations(post, conversation.id);
  const { fire } = registrations;
  const calls = createCalls(registrations, functionsReady);

  const interpreter = createInterpreter({
    root: workbook,
    settle: () => workbook.settled(),
    onRegister: (object, name) => events.onRegister(object, name),
    services: services({
      functionsReady: () => markReady(),
      functionAnswered: (result) => calls.functionAnswered(result),
      paneAsked(visibility) {
        const shown = visibility === "Visible";
        options.onPaneAsked?.(shown);
        paneShown(shown);
      },
      paneState: () => pane,
      ribbonUpdated: (json) => (ribbon = json),
    }),
  });
  const queue = createRequestQueue(interpreter, workbook.grid, faults);
  const files = createDocumentFiles(async () => {
    await workbook.settled();
    const { title = "", author = "" } = workbook.state.properties;
    return xlsxOf(workbook, { results: "saved", title, author, made: new Date() });
  });
  const events = createEvents(workbook, (entries) => fire("richApiMessage", { ArrayData: entries }));

  // workbook.onSelectionChanged and Office.context.document ask for this one by the channel, not by the object model
  workbook.grid.on("selected", () => fire("documentSelectionChanged", {}));

  function post(message: object): void {
    if (closed || faults.stopped) return;
    send(JSON.stringify({ ...message, _origin: options.hostOrigin, _serializerVersion: 1 }));
  }

  function receive(text: unknown): void {
    const message = closed ? null : readMessage(text);
    if (!message || registrations.take(message)) return;
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return post(reply(message, appContext(conversation, { documentName: workbook.name, settings: workbook.state.documentSettings, requirements, visible: pane === "Visible" })));
      case "ContextActivationManager_notifyHost":
        return post(reply(message, null));
      case "executeMethod":
        return execute(message);
      default:
        fail({ code: "ApiNotFound", where: message._actionName, message: `the workbench does not know the message ${message._actionName}` });
        return post(reply(message, null, NOT_SUPPORTED));
    }
  }

  function execute(message: AddinMessage): void {
    const data = message._data as { DdaMethod: { DispatchId: number }; ArrayData?: unknown[]; DdaSettingsMethod?: { Properties?: [string, string][] } } & Record<number, unknown>;
    const answer = (more: object) => post(reply(message, { Version: 1, Error: 0, ...more }));
    switch (data.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const [purpose, , , , text, , flags] = data.ArrayData ?? [];
        const seen = interpreter.failures.length;
        const outcome = queue.run({ text: String(text), flags: Number(flags), excel: purpose === "IterativeExecutor" || OPENS_WORKBOOK.test(String(text)) });
        void outcome.then((result) => {
          interpreter.failures.slice(seen).forEach(reportUnexpected);
          if (result.kind !== "silence") answer(answerOf(result));
        });
        return;
      }
      case DISPATCH.commandCompleted:
        calls.commandCompleted(data);
        return answer({});
      case DISPATCH.settingsLoad:
        return answer({ Settings: Object.entries(workbook.state.documentSettings) });
      case DISPATCH.settingsSave:
        workbook.state.documentSettings = Object.fromEntries(data.DdaSettingsMethod?.Properties ?? []);
        workbook.changed("document settings");
        return answer({});
      case FILE_DISPATCH.getFile:
      case FILE_DISPATCH.getSlice:
      case FILE_DISPATCH.close:
        void withFaults(faults, () => files.answer(data.DdaMethod.DispatchId, data)).then((more) => more && answer(more), (error: unknown) => {
          fail({ code: "GeneralException", where: "getFileAsync", message: error instanceof Error ? error.message : String(error) });
          answer({ Error: UNKNOWN_METHOD });
        });
        return;
      default:
        fail({ code: "ApiNotFound", where: `executeMethod ${data.DdaMethod.DispatchId}`, message: "the workbench does not know this method of Office" });
        return answer({ Error: UNKNOWN_METHOD });
    }
  }

  function fail(failure: Failure): void {
    interpreter.failures.push(failure);
    options.onFailure?.(failure);
  }

  /** Refusals that belong to normal life (a table that is not there) are not shown as failures of the workbench. */
  function reportUnexpected(failure: Failure): void {
    if (["ApiNotFound", "InvalidArgument", "NotImplemented", "GeneralException"].includes(failure.code)) options.onFailure?.(failure);
  }

  function paneShown(shown: boolean): void {
    const now: PaneVisibility = shown ? "Visible" : "Background";
    if (pane === now) return;
    pane = now;
    fire("richApiMessage", { ArrayData: [[OBJECT_EVENT, VISIBILITY_CHANGED, "", JSON.stringify({ visibility: shown ? "Visible" : "Hidden" }), ++shownOrHidden, false]] });
  }

  return {
    conversation,
    frameName: launchName(conversation),
    addressOf: (page) => launchAddress(page, conversation),
    receive,
    functionsReady,
    callFunction: (functionId, args, address) => calls.callFunction(functionId, args, address),
    invokeCommand: (functionName, controlId) => calls.invokeCommand(functionName, controlId),
    paneShown,
    get ribbon() {
      return ribbon;
    },
    faults,
    failures: interpreter.failures,
    requests: queue.records,
    leftOvers: () => ({ handlers: events.registered(), references: interpreter.references(), files: files.open() }),
    close: () => void (closed = true),
  };
}

function answerOf(outcome: Exclude<Outcome, { kind: "silence" }>): object {
  if (outcome.kind === "refused") return { Error: outcome.code };
  return { Data: [200, ["CONTENT-TYPE", "application/json"], JSON.stringify(outcome.body)] };
}

function random(): string {
  return Math.random().toString(36).slice(2);
}
