/** Fetched when the plan or a roll is first opened. */
export { Guide } from "./Guide";
export { RollAssistant } from "./roll/RollAssistant";
