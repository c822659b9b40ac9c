export { greeks, slopes } from "./greeks";
export { impliedVolatility } from "./impliedVolatility";
export { price } from "./price";
export { ACCURATE, type Effort, USUAL } from "./scheme";
