import type { Engine } from "../../engine/engine";
import type { DefinedName } from "../grid";
import { type Commands, ID } from "./commands";

/** Names of cells, values and functions, put right where Univer handles them its own way. */
export class Names {
  /** `calculateCalls` calculates the formulas again that call such a name: Univer knows which formulas read one, not which call it. */
  constructor(private readonly engine: Engine, private readonly commands: Commands, private readonly calculateCalls: (name: string) => void) {}

  all(): DefinedName[] {
    return this.engine.api.getActiveWorkbook()!.getDefinedNames().map((name) => ({ name: name.getName(), formula: `=${name.getFormulaOrRefString().replace(/^=/, "")}` }));
  }

  /** Univer's own command refuses names such as Rate, which are also functions. */
  add(name: string, formula: string): void {
    this.commands.run(ID.setName, { id: `name-${name.toLowerCase()}`, name, formulaOrRefString: formula, comment: "" });
    this.changed(name, formula);
  }

  /** Univer's own command would write #REF! into the formulas that read the name; in Excel they keep it, and show #NAME?. */
  remove(name: string): void {
    const all = Object.values(this.engine.injector.get(this.engine.lib.IDefinedNamesService).getDefinedNameMap(this.commands.unitId) ?? {});
    const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new Error(`there is no name ${name}`);
    this.commands.run(ID.removeName, { ...found });
    this.changed(found.name, found.formulaOrRefString);
  }

  private changed(name: string, formula: string): void {
    if (!formula.includes("(")) return;
    this.engine.injector.get(this.engine.lib.IFunctionService).deleteFormulaAstCacheKey("");
    this.calculateCalls(name);
  }
}
