/**
 * web/shared/batch-code.tsx — a batch's code where room is short: its end stays readable, for that is where codes differ,
 * and all of it stands in the tooltip. Stock that is not tracked has no code, and says so.
 */
import classes from './text.module.css'

/** What the server calls the one batch of a product that is not tracked. */
const untrackedCode = '-'
const tailLength = 6

export const batchCodeText = (code: string) => (code === untrackedCode ? 'not tracked' : code)

export function BatchCode({ code }: { code: string }) {
  if (code === untrackedCode) return <span className={classes.dim}>{batchCodeText(code)}</span>
  if (code.length <= tailLength * 2) return <>{code}</>
  return (
    <span className={classes.code} title={code}>
      <span className={classes.codeHead}>{code.slice(0, -tailLength)}</span>
      <span>{code.slice(-tailLength)}</span>
    </span>
  )
}
