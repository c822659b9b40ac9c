/** The icons that the pane draws, each from its own file: the whole set is 5,000 of them. */
export { AddRegular } from "@fluentui/react-icons/svg/add";
export { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
export { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
export { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
export { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
export { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
export { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
export { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
export { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
export { OpenRegular } from "@fluentui/react-icons/svg/open";
export { SettingsRegular } from "@fluentui/react-icons/svg/settings";
export { WarningRegular } from "@fluentui/react-icons/svg/warning";
