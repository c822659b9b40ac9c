import { makeStyles, tokens } from "@fluentui/react-components";
import { type Convention, conventionName, put } from "../../../calc";
import { figure } from "../../figures";
import { Card } from "../../parts/Card";

/** One trade of the field's own argument, 50 put for 0.95 over 45 days, as the convention would quote it. */
export function ConventionExample({ convention, before }: { convention: Convention; before?: Convention }) {
  const styles = useStyles();
  return (
    <Card title="The same trade, so quoted">
      <p className={styles.trade}>1 put, strike 50, sold at 0.95, 45 days</p>
      <div aria-live="polite">
        <p className={styles.number}>{figure(yearly(convention), "percent")}</p>
        <p className={styles.name}>a year ({conventionName(convention)})</p>
        {before && (
          <p className={styles.name}>
            Now {figure(yearly(before), "percent")} ({conventionName(before)})
          </p>
        )}
      </div>
    </Card>
  );
}

function yearly(convention: Convention): number {
  return put.annualYield({ strike: 50, premium: 0.95, days: 45, ...convention });
}

const useStyles = makeStyles({
  trade: { margin: "2px 0 6px", color: tokens.colorNeutralForeground3 },
  number: { margin: 0, fontSize: "28px", lineHeight: "36px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  name: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});
