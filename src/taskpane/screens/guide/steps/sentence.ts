/** Words of the calculation, or of what reads quotes, as a sentence of the pane. */
export const sentence = (words: string): string => (words === "" ? "" : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, "."));
