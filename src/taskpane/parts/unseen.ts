import { makeStyles } from "@fluentui/react-components";

/** The class of what is only read out. */
export function useUnseen(): string {
  return useStyles().unseen;
}

const useStyles = makeStyles({
  unseen: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});
