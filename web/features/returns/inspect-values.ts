/**
 * web/features/returns/inspect-values.ts — what somebody found of units that came back and decides, as it is typed and as it is sent.
 */
import { given } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import type { KeptFile } from '../../shared/keep-file.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import { type DecisionKind, type Lot, lotKey, type OpenStanding, openStandings } from './return-words.ts'

export type CheckResult = 'pass' | 'fail' | 'not_looked_at'
export type InspectValues = {
  of: OpenStanding
  checks: { name: string; result: CheckResult }[]
  photos: KeptFile[]
  quantities: Partial<Record<DecisionKind, number | string>>
  place: string | null
  serials: string
  reason: string
  note: string
  disposal: { reason: string | null; method: string | null }
}
export type NewInspection = NewBody<'/v1/returns/{id}/inspections'>

export const initialInspection = (lot: Lot, checks: readonly string[]): InspectValues => ({
  of: openStandings.find((standing) => lot.standings[standing] > 0) ?? 'undecided',
  checks: checks.map((name) => ({ name, result: 'not_looked_at' })),
  photos: [],
  quantities: {},
  place: null,
  serials: '',
  reason: '',
  note: '',
  disposal: { reason: null, method: null },
})

const unitsOf = (quantity: number | string | undefined): number => Number(quantity === '' ? 0 : (quantity ?? 0))

export const decidedUnits = ({ quantities }: InspectValues): number =>
  Object.values(quantities).reduce<number>((sum, quantity) => sum + unitsOf(quantity), 0)

/** What can be decided: never what it stands as already, and of what has no label only to destroy it. */
export function possibleDecisions({ unlabelledId }: Lot, of: OpenStanding): DecisionKind[] {
  if (unlabelledId !== null) return ['dispose']
  const all: DecisionKind[] = ['restock', 'quarantine', 'refurbish', 'dispose', 'return_to_vendor']
  return all.filter((kind) => kind !== of)
}

export function bodyOf(values: InspectValues, lot: Lot, line: number): NewInspection {
  const { of, checks, photos, quantities, place, serials, reason, note, disposal } = values
  const codes = serialsIn(serials)
  const decisions = possibleDecisions(lot, of).flatMap((decide) => {
    const quantity = unitsOf(quantities[decide])
    if (quantity === 0) return []
    const where = decide === 'restock' ? given({ place }) : {}
    return [
      {
        decide,
        quantity,
        ...where,
        ...given({ reason: reason.trim() }),
        ...(codes.length > 0 ? { serials: codes } : {}),
      },
    ]
  })
  const named = lot.unlabelledId === null ? { batch: lotKey(lot) } : { unlabelled: lot.unlabelledId }
  return {
    line,
    ...named,
    of,
    checks,
    photos: photos.map(({ id }) => id),
    ...given({ note: note.trim() }),
    decisions,
    ...(unitsOf(quantities.dispose) > 0
      ? { disposal: { reason: disposal.reason ?? '', method: disposal.method ?? '' } }
      : {}),
  }
}
