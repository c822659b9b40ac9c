import { FetchedScreen } from "../../parts/FetchedScreen";
import { guideCode } from "./guideCode";
import type { GuideProps } from "./guideProps";

/** From a stock that one would own to a put that is sold; its code is fetched when it is first opened. */
export function GuideScreen(props: GuideProps) {
  const { journal } = props;
  return (
    <FetchedScreen source={guideCode} label="Plan" press="Next" {...props}>
      {({ Guide }) => journal && <Guide {...props} journal={journal} />}
    </FetchedScreen>
  );
}
