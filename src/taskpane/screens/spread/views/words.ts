import { calendar } from "../../../../calc";
import { day, figure, share } from "../../../figures";

/** "Fri, Jan 15, 2027" */
export const dateWords = (expiry: number): string => `${calendar.weekdayName(expiry).slice(0, 3)}, ${day(expiry)}`;

/** A part of the whole; none is a dash. */
export const part = (value: number | null): string => (value === null ? "–" : share(value));
export const dollars = (value: number | null): string => (value === null ? "–" : figure(value, "money"));
