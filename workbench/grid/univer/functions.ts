import type { Nullable } from "@univerjs/core";
import type { ArrayValueObject, BaseValueObject } from "@univerjs/engine-formula";
import type { Engine } from "../../engine/engine";
import { holdRandoms, type HeldRandoms } from "../../engine/heldRandoms";
import type { Answer, ArgumentValue, FunctionCall, FunctionDescription, FunctionHost, Scalar } from "../functionHost";
import type { UniverGrid } from ".";

/**
 * The add-in's functions as executors of Univer's engine. An executor translates the arguments, asks `call`, and translates the answer;
 * "pending" shows #BUSY! until the host asks for the cell again.
 */
export class UniverFunctions implements FunctionHost {
  private readonly randoms: HeldRandoms;

  constructor(private readonly engine: Engine, private readonly grid: UniverGrid) {
    (engine.lib.ERROR_TYPE_SET as Set<string>).add(BUSY);
    this.randoms = holdRandoms(engine);
    grid.on("calculated", () => this.randoms.ended());
  }

  registerFunctions(functions: readonly FunctionDescription[], prefix: string, call: (call: FunctionCall) => Answer): void {
    const { injector, lib } = this.engine;
    const service = injector.get(lib.IFunctionService);
    service.registerExecutors(...functions.map((description) => executorOf(this.engine, description, prefix, call)));
    injector.get(lib.IDescriptionService).registerDescriptions(functions.map((description) => helpOf(this.engine, description, prefix)));
    service.deleteFormulaAstCacheKey(""); // formulas that were read before their functions were known are #NAME? in the cache
    const waiting = this.grid.formulasWhere((formula) => formula.toUpperCase().includes(prefix.toUpperCase()));
    if (waiting.length > 0) this.recalculate(waiting);
  }

  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): void {
    this.randoms.hold();
    this.grid.recalculate(cells).catch((error: unknown) => this.grid.fail(error)).finally(() => this.randoms.release());
  }
}

/** Excel's word for a value that is awaited; Univer's own is #GETTING_DATA. */
const BUSY = "#BUSY!";

function executorOf(engine: Engine, description: FunctionDescription, prefix: string, call: (call: FunctionCall) => Answer) {
  const { lib } = engine;
  class AddinFunction extends lib.BaseFunction {
    // counted by the host, which has words for it; Univer would only show #N/A
    override minParams = 0;
    override maxParams = 255;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      const cell = { sheetId: this.subUnitId!, row: this.row, column: this.column };
      return fromAnswer(engine, call({ cell, functionId: description.id, args: variants.map(argumentOf) }));
    }
  }
  return new AddinFunction((prefix + description.name).toUpperCase());
}

/** A reference to one cell is a scalar, as is a value; a blank cell is null, and nothing between two commas is omitted. */
function argumentOf(variant: BaseValueObject): ArgumentValue {
  if (!variant.isArray()) return variant.isNull() ? { kind: "omitted" } : { kind: "scalar", value: scalarOf(variant) };
  const rows = (variant as ArrayValueObject).getArrayValue().map((row) => row.map((value) => scalarOf(value)));
  const first = rows[0]?.[0];
  return rows.length === 1 && rows[0]?.length === 1 ? { kind: "scalar", value: first ?? null } : { kind: "matrix", rows };
}

function scalarOf(value: Nullable<BaseValueObject>): Scalar {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: String((value as unknown as { getErrorType(): string }).getErrorType()) };
  return value.getValue() as string | number | boolean;
}

function fromAnswer(engine: Engine, answer: Answer): BaseValueObject {
  const { lib } = engine;
  switch (answer.kind) {
    case "pending":
      return lib.ErrorValueObject.create(BUSY as never);
    case "error":
      return lib.ErrorValueObject.create(answer.error as never);
    case "value":
      return fromScalar(engine, answer.value);
    case "matrix": {
      const rows = answer.rows.map((row) => row.map((value) => fromScalar(engine, value)));
      return lib.ArrayValueObject.create({ calculateValueList: rows, rowCount: rows.length, columnCount: rows[0]?.length ?? 0, unitId: "", sheetId: "", row: -1, column: -1 });
    }
  }
}

/** Made one by one: Univer's own factory would read "1/17/2025" as a number and "{1,2}" as an array. */
function fromScalar({ lib }: Engine, value: Scalar): BaseValueObject {
  if (value === null) return lib.StringValueObject.create("");
  if (typeof value === "number") return lib.NumberValueObject.create(value);
  if (typeof value === "boolean") return lib.BooleanValueObject.create(value);
  if (typeof value === "string") return lib.StringValueObject.create(value);
  return lib.ErrorValueObject.create(value.error as never);
}

/** What the name list and the help while typing show. */
function helpOf({ lib }: Engine, description: FunctionDescription, prefix: string) {
  return {
    functionName: (prefix + description.name).toUpperCase(),
    functionType: lib.FunctionType.User,
    description: description.description,
    abstract: description.description.split(/(?<=\.)\s/)[0] ?? description.description,
    functionParameter: description.parameters.map((p) => ({ name: p.name, detail: p.description ?? p.name, example: "", require: p.optional ? (0 as const) : (1 as const), repeat: p.repeating ? (1 as const) : (0 as const) })),
  };
}
