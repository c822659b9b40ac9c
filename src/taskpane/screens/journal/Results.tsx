import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Book, report } from "../../../calc";
import { dayText } from "../../../journal/day";
import { money } from "../../figures";
import { Figures } from "../../parts/Figures";
import { CheckmarkCircleRegular, ErrorCircleRegular } from "../../parts/icons";
import { paneTokens } from "../../theme";

/** What was realised lately, what is tied up, and whether the books add up: from the same reports as the sheets. */
export function Results({ books, today }: { books: Book; today: number }) {
  const styles = useStyles();
  const month = dayText(today).slice(0, 7);
  const realised = (period: string, by: "month" | "year") => {
    const net = report.income(books, by).find((row) => row.period === period)?.net ?? 0;
    return { value: money(net), negative: net < 0 };
  };
  const collateral = report.positions(books, today).reduce((sum, one) => sum + one.collateral, 0);
  const { ok, difference } = report.audit(books).at(-1)!;
  return (
    <div className={styles.results}>
      <Figures
        figures={[
          { label: "This month", ...realised(month, "month") },
          { label: "This year", ...realised(month.slice(0, 4), "year") },
          { label: "Collateral", value: money(collateral) },
        ]}
      />
      <p className={styles.small}>Realised, income view: premium of an assigned put counts on that day.</p>
      <p className={mergeClasses(styles.audit, !ok && styles.wrong)}>
        {ok ? <CheckmarkCircleRegular aria-hidden /> : <ErrorCircleRegular aria-hidden />}
        {ok ? "The books add up: cash is what was realised and what is open." : `The books are wrong by ${money(difference)}. Please report this.`}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  results: { marginBlockStart: "10px", paddingBlockStart: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  small: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  audit: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: "6px",
    margin: "6px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& > svg": { width: "16px", height: "16px", color: paneTokens.paneGain },
  },
  wrong: { color: paneTokens.paneLoss, fontWeight: tokens.fontWeightSemibold, "& > svg": { color: paneTokens.paneLoss } },
});
