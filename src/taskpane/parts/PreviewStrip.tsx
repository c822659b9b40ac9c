import type { PreviewLine } from "../../journal/preview";
import { figure } from "../figures";
import { Strip, StripFigure } from "./Strip";

/** Of a preview its cash, and the yield with its convention. */
export function PreviewStrip({ lines }: { lines: readonly PreviewLine[] }) {
  const shown = lines.filter(({ label }) => SHOWN.includes(label));
  if (shown.length === 0) return null;
  return (
    <Strip>
      {shown.map(({ label, value, format, note }) => (
        <StripFigure key={label} label={format === "percent" && note ? `${label} (${note})` : label} value={figure(value, format)} />
      ))}
    </Strip>
  );
}

const SHOWN = ["Cash", "Annualised"];
