/** How a piece of outside text (a name) is set in the format at hand. */
export type Quote = (text: string) => string;
