/** docs/functions.md */
export function markdownPage(sections) {
  return [
    "# The functions",
    "",
    "<!-- Made by `npm run docs` from the comments in src/functions. Change it there. -->",
    "",
    "Type them in a cell after `=WHEEL.` and Excel shows what each argument is. Prices, premiums and fees are dollars per share, unless a",
    "function says otherwise; yields and returns are fractions, so format the cell as a percentage; days are calendar days. Arguments in [brackets] may be left out.",
    "",
    "A wrong argument shows `#VALUE!`, and a question that has no answer `#N/A`. Rest on the cell's warning sign to read why, in words.",
    "",
    ...sections.flatMap((section) => [`## ${section.title}`, "", section.words, "", ...section.functions.flatMap(markdownFunction)]),
  ].join("\n");
}

/** The table in the README. */
export function markdownTable(sections) {
  const rows = sections.flatMap(({ title, functions }) => [
    `| **${title}** | | |`,
    ...functions.map((each) => `| [\`${each.id}\`](docs/functions.md#${anchor(each.id)})(${signature(each)}) | ${cell(each.sentence)} | \`${each.example}\` → ${each.result} |`),
  ]);
  return ["| Function | Answers | Example |", "|---|---|---|", ...rows, ""].join("\n");
}

export function signature({ parameters }) {
  return parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
}

export function anchor(id) {
  return id.toLowerCase();
}

function markdownFunction(each) {
  const rows = each.parameters.map(({ name, optional, meaning, fallback }) => `| ${optional ? `[${name}]` : name} | ${cell(meaning)} | ${cell(fallback)} |`);
  return [
    `### ${each.id}`,
    "",
    `\`WHEEL.${each.id}(${signature(each)})\``,
    "",
    each.sentence,
    "",
    "| Argument | What it is | Left out |",
    "|---|---|---|",
    ...rows,
    "",
    `Answers: ${each.returns}`,
    "",
    `\`${each.example}\` → ${each.result}`,
    "",
    each.remarks,
    "",
  ];
}

function cell(text) {
  return text.replaceAll("|", "\\|");
}
