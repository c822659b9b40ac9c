import { anchor, signature } from "./markdown.mjs";

/** assets/functions.html: the help page that Excel opens. One file: no script, nothing loaded from anywhere. */
export function htmlPage(sections) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Wheel Journal: the functions</title>
<!-- Made by npm run docs from the comments in src/functions. Change it there. -->
<style>
${STYLE}</style>
</head>
<body>
<header>
<p class="brand">Wheel Journal</p>
<h1>The functions</h1>
<p>Type <code>=WHEEL.</code> in a cell and Excel lists them. Prices, premiums and fees are dollars per share, unless a function says otherwise; yields and returns are fractions, so format the cell as a percentage; days are calendar days. Arguments in [brackets] may be left out.</p>
<p>A wrong argument shows <code>#VALUE!</code>, and a question that has no answer <code>#N/A</code>. Rest on the cell’s warning sign to read why, in words.</p>
</header>
<nav aria-label="Functions">
${sections.map(contents).join("\n")}
</nav>
<main>
${sections.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function contents({ title, functions }) {
  const links = functions.map(({ id }) => `<li><a href="#${anchor(id)}">${id}</a></li>`).join("");
  return `<section><h2>${escaped(title)}</h2><ul>${links}</ul></section>`;
}

function section({ title, words, functions }) {
  return `<section>\n<h2>${escaped(title)}</h2>\n<p>${escaped(words)}</p>\n${functions.map(article).join("\n")}\n</section>`;
}

function article(each) {
  const rows = each.parameters.map(
    ({ name, optional, meaning, fallback }) =>
      `<tr><th scope="row"><code>${optional ? `[${name}]` : name}</code></th><td>${escaped(meaning)}</td><td>${escaped(fallback)}</td></tr>`,
  );
  return `<article id="${anchor(each.id)}">
<h3>${each.id}</h3>
<p class="signature"><code>WHEEL.${each.id}(${escaped(signature(each))})</code></p>
<p>${escaped(each.sentence)}</p>
<table>
<thead><tr><th scope="col">Argument</th><th scope="col">What it is</th><th scope="col">Left out</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p><b>Answers</b> ${escaped(each.returns)}</p>
<p class="example"><code>${escaped(each.example)}</code> <span aria-hidden="true">→</span><span class="aside"> gives </span><b>${escaped(each.result)}</b></p>
<p class="remarks">${escaped(each.remarks)}</p>
</article>`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const STYLE = `:root { color-scheme: light dark; --ink: #1b2a33; --slate: #51626c; --line: #d9e0e3; --paper: #ffffff; --tint: #f3f7f6; --brand: #12493f; --link: #1f6b5c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --slate: #a9b8bf; --line: #33424a; --paper: #161d21; --tint: #1e282d; --brand: #dcebe6; --link: #7fc9b6; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 4rem; font: 16px/1.55 "Segoe UI", system-ui, -apple-system, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2, h3 { line-height: 1.2; color: var(--brand); }
h1 { margin: 0 0 1rem; font-size: 2rem; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem; }
h3 { margin: 0 0 .35rem; font-size: 1.1rem; letter-spacing: .01em; }
a { color: var(--link); }
code { font: .93em/1.4 Consolas, "SF Mono", "Liberation Mono", monospace; }
.brand { margin: 0; color: var(--slate); }
nav { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1.5rem; margin: 2rem 0; padding: 1.25rem 1.5rem; background: var(--tint); border-radius: .5rem; }
nav h2 { margin: 0 0 .5rem; font-size: 1rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
article { margin: 1.25rem 0; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: .5rem; }
article:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
article > p { margin: .6rem 0; }
.signature { overflow-wrap: anywhere; color: var(--slate); }
table { width: 100%; margin: .9rem 0; border-collapse: collapse; font-size: .95em; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--slate); font-weight: 600; }
tbody th { font-weight: 400; white-space: nowrap; }
.example { padding: .5rem .75rem; background: var(--tint); border-radius: .35rem; overflow-wrap: anywhere; }
.remarks { color: var(--slate); }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 34rem) { table, thead, tbody, tr, th, td { display: block; border: 0; padding: 0; } thead { display: none; } tr { padding: .5rem 0; border-top: 1px solid var(--line); } td:last-child:not(:empty)::before { content: "Left out: "; color: var(--slate); } }
`;
