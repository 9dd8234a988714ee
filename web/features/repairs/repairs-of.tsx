/**
 * web/features/repairs/repairs-of.tsx — what was repaired of a batch, by whom and why, and the way back.
 */
import { answerOf, api, intent } from '../../api/client.ts'
import type { Repair } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { repairWords, whatWords } from './repair-words.ts'

const columns: readonly Column<Repair>[] = [
  { title: 'Repair', cell: ({ number, kind }) => `${number}, ${repairWords[kind]}` },
  { title: 'What', cell: whatWords },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'By', cell: ({ madeBy }) => madeBy, deskOnly: true },
  { title: 'When', cell: ({ madeAt }) => <InstantText at={madeAt} />, deskOnly: true },
  { title: 'Standing', cell: (repair) => <Standing repair={repair} />, end: true },
]

const aboutUndoing: Readonly<Record<Repair['kind'], string>> = {
  merge:
    'Exactly the units that went over are of the old batch again, where they are. Refused once any of them has left its place.',
  split: 'All units are of the batch they came from again; labels with the new code mean that one.',
  rename: 'It is called as before; labels with the other code still find it.',
  date: 'What stood before stands again, and open orders are judged anew.',
}

function Standing({ repair }: { repair: Repair }) {
  const { id, number, kind, undoneAt, undoneBy, undoReason } = repair
  const may = useMay('correct batches')
  if (undoneAt !== null)
    return (
      <span title={`${undoneBy}: ${undoReason}`}>
        <Sign tone="quiet">undone</Sign>
      </span>
    )
  if (!may) return <Sign tone="good">stands</Sign>
  return (
    <ReasonButton
      look={{ size: 'compact-sm' }}
      title={`Undo ${number}`}
      about={aboutUndoing[kind]}
      confirm="Undo it"
      danger
      send={(reason, key) =>
        answerOf(
          api.POST('/v1/batch-repairs/{id}/undoing', {
            params: { path: { id } },
            body: { reason },
            headers: intent(key),
          }),
        )
      }
    >
      Undo
    </ReasonButton>
  )
}

/** Nothing of a batch that was right from the start. */
export function RepairsOf({ batch }: { batch: string }) {
  const pages = usePages(['batch-repairs', batch], (cursor) =>
    answerOf(api.GET('/v1/batch-repairs', { params: { query: { batch, ...(cursor ? { cursor } : {}) } } })),
  )
  if (!pages.rows || pages.rows.length === 0) return null
  return (
    <Section title="Repairs" flush>
      <Listing pages={pages} columns={columns} keyOf={({ id }) => id} label="Repairs of the batch" empty={null} />
    </Section>
  )
}
