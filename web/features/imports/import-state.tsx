import type { Import } from '../../api/types.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'

type Of = Pick<Import, 'kind' | 'state' | 'rows' | 'judged' | 'good' | 'wrong' | 'committed' | 'mode'>

const percent = (part: number, of: number) => (of === 0 ? 0 : Math.floor((part / of) * 100))
/** Rows of which is told what they are, or that are received, in hundredths of all that will be. */
export const progressOf = ({ state, rows, judged, good, committed }: Of): number =>
  state === 'committing' ? percent(committed, committed + good) : percent(judged, rows)

export const isWorking = ({ state }: Of): boolean => ['reading', 'judging', 'committing'].includes(state)

/** In one transaction, of which nothing is seen before its end; nor of a file whose end has not come. */
export const isAtOnce = ({ state, mode }: Of): boolean =>
  state === 'reading' || (state === 'committing' && mode === 'all')

export function ImportStateSign({ of }: { of: Of }) {
  if (of.state === 'reading') return <Sign tone="active">being read</Sign>
  if (of.state === 'judging') return <Sign tone="active">being checked · {progressOf(of)} %</Sign>
  if (of.state === 'committing' && isAtOnce(of)) return <Sign tone="active">being imported</Sign>
  if (of.state === 'committing') return <Sign tone="active">being imported · {progressOf(of)} %</Sign>
  if (of.state === 'ended') return <Sign tone="good">{quantityText(of.committed)} imported</Sign>
  if (of.good === 0)
    return <Sign tone={of.wrong > 0 ? 'bad' : 'quiet'}>{of.wrong > 0 ? 'to mend' : 'nothing new'}</Sign>
  if (of.wrong > 0) return <Sign tone="soon">checked, some wrong</Sign>
  return of.kind === 'shipments' ? <Sign tone="good">judged</Sign> : <Sign tone="active">checked, to import</Sign>
}
