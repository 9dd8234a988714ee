import { IconAlertTriangle } from '@tabler/icons-react'
import { abcDefinition } from '#domain/counts/abc-classes.ts'
import type { CountSummary } from '../../api/types.ts'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'

type Of = Pick<CountSummary, 'kind' | 'class' | 'classBy' | 'sample' | 'drawnFrom' | 'seed' | 'blind'>

/** What a count is of. */
export function ofWords({ kind, class: letter, classBy, sample, drawnFrom, blind }: Of): string {
  const what = {
    bins: 'bins',
    products: 'products',
    batches: 'batches',
    class: `class ${letter} by ${classBy}`,
    random: `${sample} of ${countOf(drawnFrom ?? 0, 'bin')} at random`,
  }[kind]
  return blind ? `${what}, blind` : what
}

/** How what is counted was chosen; null where it was named. */
export function whyThese({ kind, classBy, sample, drawnFrom, seed }: Of): string | null {
  if (kind === 'class' && classBy !== null) return abcDefinition(classBy)
  if (kind !== 'random') return null
  return `${sample} of the ${drawnFrom} bins with stock were drawn, each as likely as any other. Seed ${seed} draws the same of the same bins again.`
}

export function CountState({ of: { closedAt, bins, counted, open } }: { of: CountSummary }) {
  if (closedAt !== null) return <Sign tone="quiet">closed</Sign>
  if (counted < bins) return <Sign tone="active">{`${quantityText(counted)} of ${countOf(bins, 'bin')} counted`}</Sign>
  if (open === null) return <Sign tone="active">counted</Sign>
  if (open === 0) return <Sign tone="good">all is settled</Sign>
  return (
    <Sign tone="soon" icon={<IconAlertTriangle />}>
      {`${countOf(open, 'difference')} to settle`}
    </Sign>
  )
}
