import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const ts = require("typescript");

/** Sections in reading order; a file of functions without a section is an error, so that none is forgotten. */
const SECTIONS = [
  { files: ["put.ts"], title: "Cash-secured put", words: "One put, or several of the same kind, sold against cash." },
  { files: ["roll.ts"], title: "Rolling a put", words: "Buying a put back and selling another on the same day." },
  { files: ["call.ts"], title: "Covered call", words: "A call sold on shares that you hold. You say what the shares cost: strike cost, tax basis and net stock cost are three different answers." },
  { files: ["option/price.ts", "option/slopes.ts", "option/volatility.ts", "option/withDividends.ts"], title: "Option values", words: "What one option is worth, per share, and what moves it. Options on US stocks are American, and so is the answer unless you ask for another. The dividend yield is continuous." },
  { files: ["chance.ts"], title: "Chances", words: "What option prices say about the end of an option's life: risk-neutral chances, not forecasts. The chance in the money, delta, the chance of a touch and the chance of profit are four different numbers." },
  { files: ["chain.ts"], title: "Whole columns of options", words: "A whole chain in one call, and one option over its whole life. Each spills a table whose first row names the columns. A line that has no answer says why, and leaves the others alone." },
  { files: ["plan.ts"], title: "Choosing and rolling", words: "A chain of quotes, judged by your own rules: which puts could be sold, and what could become of one that is open. Columns are found by their header, by their own name or a broker's; a row that cannot be read says why, and leaves the others alone." },
  { files: ["reports.ts"], title: "Reports", words: "What follows from a whole trade log. Each takes the log with its headers, Trades[[#All],[Date]:[Id]]: columns are found by their header, in any order, others are not looked at. Each spills a table whose first row names the columns; dates spill as numbers, so format them as dates. Money is in dollars." },
  { files: ["portfolio.ts"], title: "The portfolio", words: "All that is open together. The log comes with its headers, Trades[[#All],[Date]:[Id]], and so does the Watchlist, Watchlist[#All], for prices, volatilities and sectors; what is missing there is said and never guessed. Staggered expirations smooth the days on which cash comes back and cushion no fall; chances are what option prices say and no forecasts; correlations of past prices describe the past." },
];

/** Every section with its functions: { id, sentence, example, result, parameters, returns, remarks }. */
export async function readFunctions(folder) {
  const declaring = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".ts") && /@customfunction/.test(fs.readFileSync(path.join(folder, file), "utf8")));
  const listed = SECTIONS.flatMap(({ files }) => files);
  const unlisted = declaring.map((file) => file.replaceAll("\\", "/")).filter((file) => !listed.includes(file));
  if (unlisted.length) throw new Error(`scripts/docs/read.mjs has no section for ${unlisted.join(", ")}`);
  return Promise.all(SECTIONS.map(async ({ files, ...section }) => ({ ...section, functions: (await Promise.all(files.map((file) => functionsOf(path.join(folder, file))))).flat() })));
}

async function functionsOf(file) {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length) throw new Error(errors.join("\n"));
  const tags = tagsOf(file);
  return JSON.parse(metadataJson).functions.map(({ id, description, parameters }) => {
    // one number is told as "is 48.75", one word as "is "in"", a table as "spills one line a lot"
    const [, sentence, example, result] = /^(.*?) Example: (=.*\)) (?:is (?=(?:-?[\d.]+|"[a-z]+")\.$)|spills )(.+)\.$/.exec(description) ?? [];
    if (!sentence) throw new Error(`${id}: the description must end in "Example: =WHEEL.… is …." or "Example: =WHEEL.… spills ….":\n${description}`);
    const { returns, remarks } = tags[associate.find((each) => each.id === id).functionName];
    return { id, sentence, example, result, parameters: parameters.map(parameterOf), returns, remarks };
  });
}

function parameterOf({ name, description, optional = false }) {
  const [, meaning, fallback] = /^(.*?)(?: Left out: (.*)\.)?$/.exec(description);
  return { name, optional, meaning, fallback: fallback ?? "" };
}

/** The tags that the metadata leaves out, of each top-level function. */
function tagsOf(file) {
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const functions = source.statements.filter(ts.isFunctionDeclaration);
  return Object.fromEntries(
    functions.map((node) => {
      const words = (name) => ts.getTextOfJSDocComment(ts.getJSDocTags(node).find((tag) => tag.tagName.text === name)?.comment) ?? "";
      return [node.name.text, { returns: words("returns"), remarks: words("remarks") }];
    }),
  );
}
