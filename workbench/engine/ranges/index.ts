export { forgetWithReaders, readWhatIsSaid } from "./readers";
export { shareRanges } from "./shared";
