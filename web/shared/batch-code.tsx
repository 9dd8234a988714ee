/**
 * web/shared/batch-code.tsx — a batch's code where room is short: its end stays readable, for that is where codes differ,
 * and all of it stands in the tooltip. Stock that is not tracked has no code, and says so.
 */
import { batchText, untrackedCode } from '#domain/batch-code.ts'
import classes from './text.module.css'

const tailLength = 6

export function BatchCode({ code }: { code: string }) {
  if (code === untrackedCode) return <span className={classes.dim}>{batchText(code)}</span>
  if (code.length <= tailLength * 2) return <>{code}</>
  return (
    <span className={classes.code} title={code}>
      <span className={classes.codeHead}>{code.slice(0, -tailLength)}</span>
      <span>{code.slice(-tailLength)}</span>
    </span>
  )
}
