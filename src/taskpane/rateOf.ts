import type { Journal } from "../actions";
import { settingNumber } from "../journal/settings";

/** The risk-free rate of Settings, continuously compounded; nothing typed is none. */
export const rateOf = (settings: Journal["settings"]): number => settingNumber(settings, "Risk-free rate") ?? 0;
