import { type FunctionMetadata, metadata } from "./metadata";

/** Names and argument order are public: once released they never change, and new optional arguments come last. */
const PUBLIC = [
  "CC_BREAKEVEN(cost, premium)",
  "CC_STATIC_RETURN(cost, spot, strike, premium, [days], [dividends], [daycount])",
  "CC_IF_CALLED(cost, strike, premium, [days], [dividends], [daycount])",
  "CC_MAX_LOSS(cost, premium, [contracts], [multiplier])",
  "OPT_CHAIN(types, spot, strikes, days, volatilities, [rate], [dividend_yield], [style])",
  "CSP_TABLE(spot, strikes, premiums, days, [rate], [dividend_yield], [style])",
  "OPT_DECAY(type, spot, strike, days, volatility, [rate], [dividend_yield], [points], [style])",
  "CSP_POP(spot, strike, premium, days, volatility, [rate], [dividend_yield])",
  "OPT_PROB_ITM(type, spot, strike, days, volatility, [rate], [dividend_yield])",
  "OPT_PROB_TOUCH(type, spot, strike, days, volatility, [rate], [dividend_yield])",
  "OPT_EXPECTED_MOVE(spot, volatility, days)",
  "OPT_STRIKE_FOR_DELTA(type, spot, delta, days, volatility, [rate], [dividend_yield])",
  "OPT_PRICE(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_DELTA(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_GAMMA(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_THETA(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_VEGA(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_RHO(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_GREEKS(type, spot, strike, days, volatility, [rate], [dividend_yield], [style])",
  "OPT_IV(type, price, spot, strike, days, [rate], [dividend_yield], [style])",
  "OPT_PRICE_DIVS(type, spot, strike, days, volatility, rate, dividend_days, dividend_amounts, [style])",
  "CSP_SCREEN(chain, spot, as_of, [rules], [rate], [dividend_yield])",
  "CSP_WINDOW(days, [from], [to])",
  "ROLL_TABLE(strike, expiry, buyback, chain, as_of, spot, [contracts], [credit_before], [rules], [leg_fees], [multiplier])",
  "EXPOSURE(trades, watchlist, [by], [cash], [limit])",
  "LADDER(trades, as_of, [weeks])",
  "ALL_ASSIGNED(trades, cash)",
  "CORRELATION(prices, [returns])",
  "STRESS(trades, watchlist, shock, as_of, [correlation], [vol_shock], [rate])",
  "CSP_BREAKEVEN(strike, premium, [fees])",
  "CSP_YIELD(strike, premium, [days], [fees], [basis], [daycount], [compound])",
  "CSP_COLLATERAL(strike, [contracts], [multiplier])",
  "CSP_MAX_GAIN(strike, premium, [contracts], [multiplier])",
  "CSP_MAX_LOSS(strike, premium, [contracts], [multiplier])",
  "CSP_PROFIT(strike, premium, price, [contracts], [multiplier])",
  "CSP_CUSHION(spot, strike, premium)",
  "CSP_STATIC_RETURN(spot, strike, premium, [days], [daycount])",
  "CSP_CONTRACTS(cash, strike, [share], [multiplier])",
  "CSP_STRIKE_FOR(target_price, premium)",
  "CSP_PREMIUM_FOR(strike, target_yield, days, [daycount])",
  "POSITIONS(trades, [as_of])",
  "LOTS(trades, [dividends])",
  "CAMPAIGNS(trades, [as_of])",
  "CAMPAIGN_XIRR(trades, [as_of], [by])",
  "CHAINS(trades)",
  "INCOME(trades, [by], [view])",
  "AUDIT(trades, [view])",
  "PROBLEMS(trades)",
  "CSP_ROLL_CREDIT(buyback, new_premium, [contracts], [fees], [multiplier])",
  "CSP_ROLL_BREAKEVEN(new_strike, credit_before, buyback, new_premium)",
  "CSP_ROLL_YIELD(new_strike, buyback, new_premium, added_days, [daycount])",
];

let functions: FunctionMetadata[];
let errors: string[];
beforeAll(async () => ({ functions, errors } = await metadata()));

test("the metadata is generated without a complaint", () => expect(errors).toEqual([]));

test("names, arguments and their order are the public ones", () => {
  const signatures = functions.map(({ id, parameters }) => `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`);
  expect(signatures).toEqual(PUBLIC);
});

test("everything has words for the user: what is answered, an example, each argument, where to read on", () => {
  for (const { id, name, description, helpUrl, parameters } of functions) {
    expect(name).toBe(id);
    expect(description).toMatch(new RegExp(String.raw`^[A-Z].{20,110}\. Example: =WHEEL\.${id}\(.+\) (is (-?[\d.]+|"[a-z]+")|spills [a-z].+)\.$`));
    expect(helpUrl).toBe(`https://localhost:3000/functions.html#${id.toLowerCase()}`);
    for (const parameter of parameters) expect(parameter.description).toMatch(parameter.optional ? /^["A-Z].+(Left out: .+)\.$/ : /^[A-Z].+\.$/);
  }
});

test("Excel takes the names: letters first, three signs or more, no cell address, no R1C1", () => {
  for (const { id } of functions) {
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,127}$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
  }
});

test("arguments are of the plain types that every Excel knows, or blocks of cells; a number or a word comes out, or a table", () => {
  for (const { id, description, parameters, result } of functions) {
    expect([id, result]).toEqual([id, / spills /.test(description) ? expect.objectContaining({ dimensionality: "matrix" }) as object : { type: / is "/.test(description) ? "string" : "number" }]);
    for (const { name, type, dimensionality } of parameters) expect([id, name, dimensionality === "matrix" ? ["any"] : ["number", "string", "boolean"]]).toEqual([id, name, expect.arrayContaining([type]) as string[]]);
  }
});
