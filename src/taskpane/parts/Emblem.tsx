import { makeStyles } from "@fluentui/react-components";
import { palette } from "../../journal/palette";

/** The turn of the wheel: put, shares, call, round again. Decoration only. */
export function Emblem() {
  const styles = useStyles();
  return (
    <svg className={styles.emblem} viewBox="0 0 96 96" aria-hidden focusable="false">
      <circle cx="48" cy="48" r="46" fill={palette.mist} />
      <g fill="none" strokeWidth="7" strokeLinecap="round">
        <path d="M48 20 A28 28 0 0 1 72.2 62" stroke={palette.moss} />
        <path d="M65.5 69.8 A28 28 0 0 1 23.8 62" stroke="#62A998" />
        <path d="M20.6 53.5 A28 28 0 0 1 38.5 21.7" stroke={palette.pine} />
      </g>
      <path d="M36 50 l8.5 8.5 L61 41" fill="none" stroke={palette.pine} strokeWidth="5.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const useStyles = makeStyles({ emblem: { display: "block", width: "88px", height: "88px" } });
