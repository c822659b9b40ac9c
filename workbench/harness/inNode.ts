import type { Grid } from "../grid/grid";
import { MemoryGrid } from "../grid/memory";
import type { WorkbookState } from "../model/state";
import { Workbook } from "../model/workbook";
import { createEvents } from "../protocol/events";
import { type FaultPlan, createFaults } from "../protocol/faults";
import { createNativeBridge } from "../protocol/nativeBridge";
import { REQUIREMENTS, type Requirements, isSetSupported } from "../protocol/requirements";
import { type RequestRecord, type Turns, createRequestQueue, createTurns } from "../protocol/requests";
import { type Failure, createInterpreter } from "../protocol/richApi/interpreter";
import { readOfficeJs } from "./officeJs";
import { recordChanges, recordState } from "./record";

/** Microsoft's own Excel object model in plain Node, over any grid: for tests of code that talks to Excel. */
export interface ExcelInNode<G extends Grid> {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** What code finds as the global Office here: requirements only. Tests of onReady, commands and functions use the jsdom harness. */
  readonly Office: { readonly context: { readonly requirements: { isSetSupported(name: string, version?: string): boolean } } };
  /** The workbook with its turns, for others who join. */
  readonly open: Open<G>;
  readonly grid: G;
  readonly workbook: Workbook;
  readonly faults: FaultPlan;
  /** Every round trip, with its bytes; empty it (`requests.length = 0`) before what is to be measured. */
  readonly requests: RequestRecord[];
  /** Every change of the workbook, in words. */
  readonly changes: string[];
  /** Calls that Excel refused, or that the workbench does not know. */
  readonly failures: Failure[];
  /** Handlers of events that are registered, and objects that are held. */
  leftOvers(): { handlers: number; references: number };
  /** Resolves when events that are on their way have been delivered. */
  eventsDelivered(): Promise<void>;
  /** Puts Excel, OfficeExtension and Office where the add-in's code looks for them; the returned function takes them away again. */
  install(): () => void;
}

export interface InNodeOptions<G extends Grid> {
  readonly grid?: G;
  readonly requirements?: Requirements;
  /** What another workbook's snapshot() gave, for a copy of its grid. */
  readonly state?: WorkbookState;
}

export function excelInNode<G extends Grid>(options: InNodeOptions<G> & { readonly grid: G }): Promise<ExcelInNode<G>>;
export function excelInNode(options?: InNodeOptions<MemoryGrid>): Promise<ExcelInNode<MemoryGrid>>;
export async function excelInNode({ grid = new MemoryGrid(), requirements = REQUIREMENTS, state }: InNodeOptions<Grid> = {}): Promise<ExcelInNode<Grid>> {
  const recorder = recordChanges(grid);
  const workbook = new Workbook(recorder.grid);
  if (state) workbook.restore(state);
  recordState(workbook, recorder.changes);
  return runtimeOver({ grid, recorder, workbook, turns: createTurns() }, requirements);
}

/** Another person's add-in in a workbook that is open already: with an office.js, faults and records of its own. Batches of the two never see each other half done. */
export function joinExcel<G extends Grid>({ open }: ExcelInNode<G>): ExcelInNode<G> {
  return runtimeOver(open, REQUIREMENTS);
}

interface Open<G extends Grid> {
  readonly grid: G;
  readonly recorder: ReturnType<typeof recordChanges>;
  readonly workbook: Workbook;
  readonly turns: Turns;
}

function runtimeOver<G extends Grid>(open: Open<G>, requirements: Requirements): ExcelInNode<G> {
  const { grid, recorder, workbook, turns } = open;
  const faults = createFaults();
  const events = createEvents(workbook, (entries) => faults.stopped || sendEvents(entries));
  const interpreter = createInterpreter({ root: workbook, settle: () => workbook.settled(), onRegister: (object, name) => events.onRegister(object, name) });
  const queue = createRequestQueue(interpreter, recorder.grid, faults, turns);
  const { bridge, sendEvents } = createNativeBridge(queue);
  const Office = { context: { requirements: { isSetSupported: (name: string, version?: string) => isSetSupported(requirements, name, version) } } };
  const loaded = load(bridge, Office);
  const globals = { ...loaded, Office };

  return {
    ...globals,
    open,
    grid,
    workbook,
    faults,
    requests: queue.records,
    changes: recorder.changes,
    failures: interpreter.failures,
    leftOvers: () => ({ handlers: events.registered(), references: interpreter.references() }),
    async eventsDelivered() {
      await recorder.grid.settled();
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    install() {
      const before = new Map(Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
      // by getters: Jest keeps whatever was assigned to a global until its file ends, and with it each test's whole workbook
      for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { get: () => value, configurable: true, enumerable: true });
      return () => {
        // a name that was not there goes again: office.js looks at which names there are
        for (const [name, was] of before) {
          if (was) Object.defineProperty(globalThis, name, was);
          else Reflect.deleteProperty(globalThis, name);
        }
      };
    },
  };
}

/**
 * Runs office.js' host part with stand-ins for what its loader would have defined before. It runs as a function of this realm, so that
 * its arrays and errors are of the same kind as the test's.
 */
function load(bridge: unknown, Office: unknown): { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension } {
  const names: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    navigator: { userAgent: "node" },
    location: { hash: "", search: "", href: "https://localhost/", origin: "https://localhost" },
    document: { cookie: "", readyState: "loading", domain: "localhost", addEventListener: ignore, getElementsByTagName: () => [], createElement: () => ({}) },
    addEventListener: ignore,
    OSF: {
      _OfficeAppFactory: { getHostInfo: () => ({ hostType: "excel", hostPlatform: "web", flags: 0 }), getLoggingAllowed: () => false, getWindowName: () => "", getContext: () => (Office as { context: unknown }).context },
      ConstantNames: {},
      HostInfoFlags: { SharedApp: 1, CustomFunction: 2, ProtectedDocDisable: 4, ExperimentJsEnabled: 8, PublicAddin: 16 },
    },
    Microsoft: { Office: { WebExtension: { Promise, ...(Office as object) } } },
    Office,
    g_isExpEnabled: false,
    g_isOfflineLibrary: false,
    CustomFunctionMappings: {},
    CustomFunctions: {},
    OSFPerformance: undefined,
    Promise,
  };
  const window: Record<string, unknown> = { ...names, setTimeout, clearTimeout, setInterval, clearInterval, performance };
  Object.assign(window, { window, self: window });
  const { run, globals } = hostPart();
  for (const name of globals) if (!(name in globalThis)) window[name] ??= undefined;
  return run(window);
}

interface HostPart {
  readonly run: (window: object) => { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension };
  readonly globals: readonly string[];
}

let compiled: HostPart | undefined;

/** What the bundle puts on window it uses as a global, and the other way round: `with` makes the one the other, for names that window has. */
function hostPart(): HostPart {
  if (compiled) return compiled;
  const text = readOfficeJs("excel-web-16.00.js");
  const globals = [...new Set([...text.matchAll(/\bvar ([A-Z]\w+)\b/g)].map(([, name = ""]) => name))];
  const run = new Function("window", `with (window) {\n${text}\nreturn { Excel: Excel, OfficeExtension: OfficeExtension }; }`) as HostPart["run"];
  return (compiled = { run, globals });
}

function ignore(): void {
  // office.js listens for things that do not happen here
}
