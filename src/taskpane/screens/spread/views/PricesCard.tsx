import { Button } from "@fluentui/react-components";
import type { Journal } from "../../../../actions";
import { fillPrices } from "../../../../actions/fillPrices";
import type { ActionState } from "../../../hooks/useAction";
import { Card } from "../../../parts/Card";
import { Small } from "../../guide/steps/Question";

/** Prices of the Watchlist: typed, or Excel's own function where this Excel has it. docs/spec/screen.md §9. */
export function PricesCard({ journal, action }: { readonly journal: Journal; readonly action: ActionState }) {
  const { watchlist } = journal;
  const missing = watchlist.filter(({ price }) => price === null).map(({ ticker }) => ticker);
  if (journal.state === "absent") return null;
  return (
    <Card title="Prices of the Watchlist">
      <Small>
        {watchlist.length === 0 ? "The Watchlist is empty: tickers that stand there get a price." : missing.length === 0 ? "Every stock on it has a price." : `No price for ${missing.slice(0, NAMED).join(", ")}${missing.length > NAMED ? " …" : ""}.`} Where this Excel knows STOCKHISTORY, blank prices can be its formula for the last close. Prices that you typed stay as they are.
      </Small>
      {missing.length > 0 && (
        <Button size="small" disabledFocusable={action.busy !== null} onClick={() => void action.run("Asking Excel for prices…", fillPrices)}>
          Fill blank prices with STOCKHISTORY
        </Button>
      )}
    </Card>
  );
}
const NAMED = 6;
