/** The value at a share price between the points: of the cubic through the two points on either side. */
export function interpolated(spots: Float64Array, values: Float64Array, spot: number): number {
  const from = Math.min(Math.max(gapOf(spots, spot) - 1, 0), spots.length - 4);
  let value = 0;
  for (let j = from; j < from + 4; j++) {
    let part = values[j]!;
    for (let k = from; k < from + 4; k++) if (k !== j) part *= (spot - spots[k]!) / (spots[j]! - spots[k]!);
    value += part;
  }
  return value;
}

/** Which two neighbours the price lies between, whether the points rise or fall. */
function gapOf(spots: Float64Array, spot: number): number {
  const rises = spots[1]! > spots[0]!;
  let [low, high] = [0, spots.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (spots[middle]! <= spot === rises) low = middle;
    else high = middle;
  }
  return low;
}
