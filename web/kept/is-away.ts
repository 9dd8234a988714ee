/** web/kept/is-away.ts — whether what is shown is what was kept, for the server does not answer. */
type Asked = Readonly<{ error: Error | null; failureReason: Error | null; dataUpdatedAt: number }>

/** Answers are asked for again every 15 seconds; one that is older than two of these was not given, though nothing has failed yet. */
const freshMs = 30_000

export const isAway = ({ error, failureReason, dataUpdatedAt }: Asked): boolean =>
  dataUpdatedAt > 0 && ((error ?? failureReason) !== null || Date.now() - dataUpdatedAt > freshMs)
