import { STANDARD, conventionName } from "../../src/calc/convention";

test("a convention is named in the words that stand beside the yield", () => {
  expect(conventionName(STANDARD)).toBe("365, strike");
  expect(conventionName({ base: "net", daycount: 365.25, compound: true })).toBe("365.25, net, compound");
});
