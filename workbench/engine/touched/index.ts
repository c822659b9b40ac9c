import type * as Formula from "@univerjs/engine-formula";
import { readAll, today } from "./all";
import { holdArrays, keepArrays, useArrays } from "./keptArrays";
import { keepResults } from "./keptResults";
import { workOutOneBranch } from "./oneBranch";
import { type Generator, type Kept, OTHER, type Tree } from "./parts";
import { touch } from "./touch";
import { leaveOutUnchanged } from "./unchanged";

/**
 * In each calculation Univer goes through all formulas of the workbook, and through each cell of each conditional format: what it reads, whether it is touched. In a log of 2,000 rows these are
 * tens of thousands, whatever was typed. Here, as long as only values have changed since the last calculation, only those are looked at which the edit touches, and only those worked out of which something has become
 * another value; the order is found as before.
 * And nothing is taken to read a conditional format: Univer gives it a place in the sheet that it does not have.
 */
export function lookAtTouchedFormulas(parts: typeof Formula): void {
  const generator = parts.FormulaDependencyGenerator.prototype as unknown as Generator;
  if (generator.touches) return;
  generator.touches = true;
  for (const { prototype } of [parts.FormulaDependencyTree, parts.FormulaDependencyTreeVirtual]) nobodyReadsFormats(prototype as unknown as Tree);
  keepArrays(parts);
  workOutOneBranch(parts);
  keepResults(parts);
  const { generate } = generator;
  const all = new WeakMap<Generator, Kept>();
  const days = new WeakMap<Generator, string>();

  generator.generate = async function (withModel = false) {
    const config = this._currentConfigService;
    const kept = all.get(this);
    all.delete(this); // nothing is known until this one has come to its end
    holdArrays(config.getUnitData());
    const isSame = kept && !withModel && kept.formulas === config.getFormulaData() && kept.day === today() && onlyValues(this);
    const run = isSame ? await touch(this, kept) : null;
    if (kept && run) {
      const { order, first } = run;
      all.set(this, { ...kept, touched: [...order] });
      const spills = Object.values(config.getArrayFormulaRange()).some((sheets) => Object.values(sheets ?? {}).some((cells) => Object.keys(cells ?? {}).length > 0));
      useArrays(this, config.getUnitData(), spills ? null : [...config.getDirtyRanges(), ...order.flatMap((tree) => tree.toRTreeItem())]);
      if (!spills) leaveOutUnchanged(this, order, first);
      return order;
    }
    const { found, order } = await readAll(this, days.get(this) === today(), () => generate.call(this, withModel));
    days.set(this, today());
    if (found && !withModel && !this._runtimeService.isCycleDependency()) all.set(this, { ...found, touched: [...order] });
    else this._dependencyTreeCache.clear();
    useArrays(this, config.getUnitData(), null);
    return order;
  };
}

/** Has nothing changed but values? */
function onlyValues({ _currentConfigService: config, _featureCalculationManagerService: features }: Generator): boolean {
  const marks = [config.getDirtyNameMap(), config.getDirtyDefinedNameMap(), config.getDirtySuperTableMap(), config.getClearDependencyTreeCache()];
  const hasFeatures = [...features.getReferenceExecutorMap().values()].some((sheets) => [...sheets.values()].some(({ size }) => size > 0));
  return !config.isForceCalculate() && !hasFeatures && marks.every((units) => Object.values(units ?? {}).every((marked) => Object.keys(marked ?? {}).length === 0));
}

function nobodyReadsFormats(tree: Tree): void {
  const { toRTreeItem, inRangeData } = tree;
  tree.toRTreeItem = function () {
    return this.type === OTHER ? [] : toRTreeItem.call(this);
  };
  tree.inRangeData = function (range) {
    return this.type !== OTHER && inRangeData.call(this, range);
  };
}
