// Draws assets/icons/*.png from the drawings in assets/icons/svg, in every size that Office asks for. Run after a drawing changed.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensureBrowser, FLAGS } from "./browser.mjs";

const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];
const APP = [...RIBBON, 96, 128];

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: FLAGS });
const page = await browser.newPage();
for (const file of readdirSync("assets/icons/svg")) {
  const name = file.replace(".svg", "");
  const svg = readFileSync(`assets/icons/svg/${file}`, "utf8");
  for (const size of name === "app" ? APP : RIBBON) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(`assets/icons/${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
