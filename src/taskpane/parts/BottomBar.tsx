import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { useUnseen } from "./unseen";

export interface PrimaryAction {
  readonly label: string;
  /** Either it does something, or it submits the form around it. */
  readonly onPress?: () => void;
  readonly submits?: boolean;
  readonly disabled?: boolean;
}

/** The primary button, at the same place on every screen; while something is going on it says what. */
export function BottomBar({ primary, busy }: { primary: PrimaryAction; busy: string | null }) {
  const styles = useStyles();
  return (
    <>
      <span role="status" className={useUnseen()}>
        {busy}
      </span>
      <Button
      appearance="primary"
      size="large"
      className={styles.button}
      type={primary.submits ? "submit" : "button"}
      onClick={primary.onPress}
      // stays focusable, so that the focus is not lost while the workbook is written
      disabledFocusable={busy !== null || primary.disabled === true}
      icon={busy === null ? undefined : <Spinner size="tiny" appearance="inverted" aria-hidden />}
    >
      {busy ?? primary.label}
    </Button>
    </>
  );
}

const useStyles = makeStyles({
  button: { width: "100%", maxWidth: "none" },
});
