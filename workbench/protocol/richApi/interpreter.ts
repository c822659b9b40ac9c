import { ApiError, apiNotFound } from "../errors";
import { checkArguments, convert, readArguments } from "./arguments";
import { type ApiObject, findMember, typeOf } from "./members";
import { asksForResults, identityOf, query } from "./query";
import { type Action, ActionType, type ObjectPath, PathType, type RequestBody, type ResponseBody } from "./wire";

export interface InterpreterParts {
  /** What a path of type "global" means: the workbook. */
  readonly root: object;
  /** Services that are made by name ("Microsoft.ExcelServices.CustomFunctions"). */
  readonly services?: Readonly<Record<string, () => object>>;
  /** Awaited before values are read. */
  readonly settle?: () => Promise<void>;
  readonly onRegister?: (object: ApiObject, registration: string) => void;
}

/** A call that failed, kept so that a test or the page can show it. */
export interface Failure {
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

/**
 * Carries out requests of office.js over plain objects whose classes declare their members. It knows nothing of Excel. A member that is
 * not declared, or an argument that does not fit its declaration, fails with the member's name; what was done before it stays done, as in Excel.
 */
export interface Interpreter {
  process(body: RequestBody, stopAt?: { readonly action: number; readonly error: ApiError }): Promise<ResponseBody>;
  readonly failures: Failure[];
  /** Objects that the add-in still holds; none are left after a tidy Excel.run. */
  references(): number;
}

export function createInterpreter({ root, services = {}, settle, onRegister }: InterpreterParts): Interpreter {
  const references = new Map<string, ApiObject>();
  const failures: Failure[] = [];
  let nextReference = 1;

  function openBatch(body: RequestBody) {
    const objects = new Map<number, ApiObject | null>();
    const referenceOf = new Map<number, string>();

    function resolve(id: number): ApiObject | null {
      const found = objects.get(id);
      if (found !== undefined) return found;
      const path = body.ObjectPaths[id];
      if (!path) throw new ApiError("InvalidObjectPath", `unknown object path ${id}`, "");
      const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
      const object = (follow(path, parent) ?? null) as ApiObject | null;
      objects.set(id, object);
      return object;
    }

    function follow(path: ObjectPath, parent: ApiObject | null): unknown {
      switch (path.ObjectPathType) {
        case PathType.Global:
          return root;
        case PathType.NewObject: {
          const make = services[path.Name];
          if (!make) throw apiNotFound(path.Name, "service");
          return make();
        }
        case PathType.Method:
          return parent && call(parent, path.Name, readArguments(path.ArgumentInfo, resolve));
        case PathType.Property:
          return parent && parent[findMember(parent, path.Name, "property").name];
        case PathType.Indexer:
          return parent && call(parent, "getItem", readArguments(path.ArgumentInfo, resolve));
        case PathType.ReferenceId: {
          const object = references.get(path.Name);
          if (!object) throw new ApiError("InvalidReference", "This reference is not valid for the current operation.", "");
          referenceOf.set(path.Id, path.Name);
          return object;
        }
        case PathType.Null:
          return null;
        default:
          throw apiNotFound(String(path.ObjectPathType), "kind of object path");
      }
    }

    function invoke(action: Action): unknown {
      const object = resolve(action.ObjectPathId);
      if (action.Name === "_KeepReference") {
        if (!object) return null;
        const reference = referenceOf.get(action.ObjectPathId) ?? `{REF-${nextReference++}}`;
        references.set(reference, object);
        referenceOf.set(action.ObjectPathId, reference);
        return null;
      }
      if (action.Name === "_RemoveReference") return void references.delete(String(action.ArgumentInfo?.Arguments?.[0]));
      if (action.Name === "_RemoveAllReferences") return references.clear();
      if (!object) return null;
      if (/^_(Unr|R)egister/.test(action.Name)) {
        const registration = action.Name.replace(/^_Unregister/, "_Register");
        if (!onRegister || !typeOf(object).events.includes(registration)) throw apiNotFound(`${typeOf(object).name}.${registration}`, "event");
        return onRegister(object, action.Name);
      }
      return call(object, action.Name, readArguments(action.ArgumentInfo, resolve)) ?? null;
    }

    function assign(action: Action, wire: string, value: unknown): void {
      const object = resolve(action.ObjectPathId);
      if (!object) return;
      const { name, member, where } = findMember(object, wire, "property");
      if (member.kind !== "property" || !member.check) throw apiNotFound(where, "writable property");
      object[name] = member.check(value, where);
    }

    return async (action: Action): Promise<unknown> => {
      switch (action.ActionType) {
        case ActionType.Instantiate: {
          const object = resolve(action.ObjectPathId);
          if (!object) return null;
          const identity = Array.isArray(object.items) ? undefined : identityOf(object);
          const reference = referenceOf.get(action.ObjectPathId);
          return { ...(identity === undefined ? {} : { Id: identity }), ...(reference ? { _ReferenceId: reference } : {}) };
        }
        case ActionType.Query:
        case ActionType.QueryAsJson: {
          if (asksForResults(action.QueryInfo ?? {})) await settle?.();
          return query(resolve(action.ObjectPathId), action.QueryInfo ?? {}, action.ActionType === ActionType.QueryAsJson);
        }
        case ActionType.Method:
          return invoke(action);
        case ActionType.SetProperty: {
          const { Arguments: values = [], ReferencedObjectPathIds: ids = [] } = action.ArgumentInfo ?? {};
          assign(action, action.Name, convert(values[0], ids[0], resolve));
          return null;
        }
        case ActionType.Update:
          for (const [name, value] of Object.entries(action.ObjectState ?? {})) assign(action, name, value);
          return null;
        case ActionType.Trace:
        case ActionType.EnsureUnchanged:
          return null;
        default:
          throw apiNotFound(String(action.ActionType), "kind of action");
      }
    };
  }

  async function process(body: RequestBody, stopAt?: { readonly action: number; readonly error: ApiError }): Promise<ResponseBody> {
    const carryOut = openBatch(body);
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (stopAt?.action === index + 1) throw stopAt.error;
        const value = await carryOut(action);
        if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (thrown) {
        const error = asApiError(thrown);
        failures.push({ code: error.code, where: error.location, message: error.message });
        response.Error = { Code: error.code, Message: error.message, Location: error.location, ActionIndex: index, HttpStatusCode: error.httpStatusCode };
        return response;
      }
    }
    return response;
  }

  return { process, failures, references: () => references.size };
}

function call(object: ApiObject, wire: string, values: readonly unknown[]): unknown {
  const { name, member, where } = findMember(object, wire, "method");
  const checked = member.kind === "method" ? checkArguments(values, member.checks, where) : [];
  return (object[name] as (...values: unknown[]) => unknown).apply(object, checked);
}

/** A mistake in the workbench itself is told as such, with its stack: it must not pass for an error of Excel's. */
function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const stack = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  return new ApiError("GeneralException", `the workbench itself failed: ${stack}`, "workbench", 500);
}
