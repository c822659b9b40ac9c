/** Reads a chain of quotes from text that was pasted or comes from a file. Asked for by its own name: the importers are fetched with the screens that need them. */
export { type ChainFile, readChainText as readChain } from "../importers/chains";
