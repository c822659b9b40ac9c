import { chances, optionUnits, screen } from "../../../calc";
import { CLOSED_FORMS, type ClosedForm, type Condition } from "../../../journal/closedForms";

/**
 * Every function with a formula that any Excel knows. Option values and chances have native formulas too, but those ask for LET, which only Excel 2021 has, and lose digits far out of
 * the money: in a copy that anybody opens they are values. docs/spec/sharing.md §3.6.
 */
export const FORMS: Readonly<Record<string, ClosedForm>> = {
  ...CLOSED_FORMS,
  OPT_EXPECTED_MOVE: {
    parameters: [{ name: "spot" }, { name: "volatility" }, { name: "days" }],
    holds: () => [{ of: ["spot"], text: "spot>0", test: (spot) => spot! > 0 }, ...within("volatility", optionUnits.MOST.volatility), ...within("days", optionUnits.MOST.days)],
    formula: () => chances.expectedMoveFormula({ spot: "spot", volatility: "volatility", days: "days" }),
  },
  CSP_WINDOW: {
    parameters: [{ name: "days" }, { name: "from", left: 30 }, { name: "to", left: 45 }],
    // compared and not calculated with, a text would count as more than every number
    holds: () => [{ of: ["days"], text: "ISNUMBER(days+0)", test: () => true }, { of: ["days"], text: `${optionUnits.MOST.days}-days>=0`, test: (days) => days! <= optionUnits.MOST.days }, { of: ["to", "from"], text: "to-from>=0", test: (to, from) => to! - from! >= 0 }],
    formula: () => screen.windowFormula({ days: "days", from: "from", to: "to" }),
  },
};

function within(name: string, most: number): readonly Condition[] {
  return [
    { of: [name], text: `${name}>=0`, test: (number) => number! >= 0 },
    { of: [name], text: `${most}-${name}>=0`, test: (number) => number! <= most },
  ];
}
