/** Share prices at which values are kept. The first is where exercising pays most (the lowest for a put, the highest for a call), the last where it pays least. */
export interface Grid {
  readonly spots: Float64Array;
  /** How the middle one of three neighbouring values changes in a year, for each dollar of the one before it, of itself and of the one after it. */
  readonly before: Float64Array;
  readonly middle: Float64Array;
  readonly after: Float64Array;
}

export interface Range {
  readonly isCall: boolean;
  readonly lowest: number;
  readonly highest: number;
  /** Where the payoff bends: there the points lie closest, and one lies on it. */
  readonly strike: number;
  /** Distance from the strike, as a logarithm, within which they lie nearly evenly. */
  readonly width: number;
}

export interface Dynamics {
  readonly volatility: number;
  readonly rate: number;
  readonly dividendYield: number;
}

/**
 * Points strike·e^(width·sinh(x)), even in x. A coarse grid is laid out first and each of its gaps split into `finer` parts, so that the grids of a range
 * are nested and the error of one can be told from the other.
 */
export function gridOver(range: Range, dynamics: Dynamics, coarse: number, finer: number): Grid {
  const { isCall, lowest, highest, strike, width } = range;
  const down = Math.asinh(Math.log(strike / lowest) / width);
  const up = Math.asinh(Math.log(highest / strike) / width);
  const below = Math.round((coarse * down) / (down + up)) * finer;
  const spots = Float64Array.from({ length: coarse * finer + 1 }, (_, i) => strike * Math.exp(width * Math.sinh((down / below) * (i - below))));
  if (isCall) spots.reverse();
  return { spots, ...changes(spots, dynamics) };
}

/** ½·σ²·S²·V″ + (r − q)·S·V′ − r·V by the second-order differences of unevenly spaced points, which may rise or fall. */
function changes(spots: Float64Array, { volatility, rate, dividendYield }: Dynamics) {
  const [before, middle, after] = [new Float64Array(spots.length), new Float64Array(spots.length), new Float64Array(spots.length)];
  for (let i = 1; i < spots.length - 1; i++) {
    const spot = spots[i]!;
    const back = spot - spots[i - 1]!;
    const ahead = spots[i + 1]! - spot;
    const spread = (volatility * spot) ** 2;
    const drift = (rate - dividendYield) * spot;
    before[i] = (spread - drift * ahead) / (back * (back + ahead));
    after[i] = (spread + drift * back) / (ahead * (back + ahead));
    middle[i] = -before[i]! - after[i]! - rate;
  }
  return { before, middle, after };
}
