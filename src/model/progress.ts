import type { SourceText } from "./source-text.js";

/** Is told how much of something is done, so that somebody who waits can see it: 3 of 10 "files read". */
export type OnProgress = (done: number, total: number, what: string) => void;

/** Does some of the work on one report, and answers with what came of it; may end it by an error where it takes too long. */
export type During = <T>(source: SourceText, work: () => T) => T;

/** Work that nobody watches. */
export const unwatched: During = (_source, work) => work();
