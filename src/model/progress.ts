/** Is told how much of something is done, so that somebody who waits can see it: 3 of 10 "files read". */
export type OnProgress = (done: number, total: number, what: string) => void;
