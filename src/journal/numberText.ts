export type NumberRead = { readonly number: number | null } | { readonly problem: string };

/**
 * A number as people type it: "1.25", "$1,250.50", "-0.65", " 12 ". Blank is null. What could mean two numbers ("1,25") is refused
 * with words, never guessed.
 */
export function readNumber(text: string): NumberRead {
  const bare = text.trim().replace(/\u2212/g, "-").replace(/^([-+]?)\s*\$\s*/, "$1").replace(/[\s\u00a0]/g, "");
  if (bare === "") return { number: null };
  if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(bare)) return finite(Number(bare));
  if (/^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(bare)) return finite(Number(bare.replace(/,/g, "")));
  if (/^[-+]?\d*,\d+$/.test(bare)) return { problem: `must have a point before its decimals: ${bare.replace(",", ".")}` };
  return { problem: "must be a number" };
}

const finite = (number: number): NumberRead => (Math.abs(number) < LARGEST ? { number } : { problem: "is too large" });
/** Cash is exact to 1/10,000 dollar below this. */
const LARGEST = 1e11;
