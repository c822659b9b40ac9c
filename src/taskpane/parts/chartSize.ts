/** Of every small chart, in its own units: between top and bottom lies the picture, above and below them a row of words each. */
export const CHART = { WIDTH: 264, HEIGHT: 116, TOP: 20, BOTTOM: 98 } as const;
