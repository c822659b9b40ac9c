import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useFetched } from "../../hooks/useFetched";
import { guideCode } from "../guide/guideCode";
import type { RollProps } from "../guide/steps/roll/RollAssistant";

/** The way to the choices by new quotes; their code is fetched when they are first asked for. */
export function RollQuotes(props: RollProps) {
  const [opened, setOpened] = useState(props.quotes.text !== "");
  if (opened) return <Opened {...props} />;
  return (
    <div>
      <Button size="small" onClick={() => setOpened(true)}>
        Compare rolls by new quotes
      </Button>
    </div>
  );
}

function Opened(props: RollProps) {
  const { code, failed, again } = useFetched(guideCode);
  if (code) return <code.RollAssistant {...props} />;
  return (
    <p role="status">
      {failed ? "The choices could not be loaded: check the connection. The form works without them. " : "Loading…"}
      {failed && (
        <Button size="small" onClick={again}>
          Try again
        </Button>
      )}
    </p>
  );
}
