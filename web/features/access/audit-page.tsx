/**
 * web/features/access/audit-page.tsx — who did what to what, when, from where, why, and what changed, in plain words.
 */

import { Text } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { AuditEntry, Name } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { isShown, pathOf } from '../../shared/paths.ts'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { Empty } from '../../shared/states.tsx'
import { useNames } from '../../shared/use-names.ts'
import { usePages } from '../../shared/use-pages.ts'
import { idsWithin } from './audit-changes.ts'
import { Difference } from './audit-difference.tsx'
import { type AuditFilter, askedOf } from './audit-filter.ts'
import { AuditToolbar } from './audit-toolbar.tsx'
import { deedWords, kindInWords, whereFrom } from './audit-words.ts'

type Names = ReadonlyMap<string, Name>
type AuditPageProps = Readonly<{ filter: AuditFilter; onFilter: (filter: AuditFilter) => void }>

export function AuditPage({ filter, onFilter }: AuditPageProps) {
  const asked = askedOf(filter)
  const pages = usePages(['audit', asked], (cursor) =>
    answerOf(api.GET('/v1/audit', { params: { query: { ...asked, ...given({ cursor }) } } })),
  )
  const names = useNames([
    ...(filter.subject ? [filter.subject] : []),
    ...(pages.rows ?? []).flatMap(({ subjectId, before, after }) => [subjectId, ...idsWithin([before, after])]),
  ])
  const filtered = Object.keys(filter).length > 0
  return (
    <Page
      title="Audit"
      about="Who changed what, when, from where and why. Nothing in it is ever changed."
      wide
      actions={<Sheet asked={asked} />}
    >
      <AuditToolbar
        filter={filter}
        subject={filter.subject ? (names.get(filter.subject)?.title ?? 'One thing') : null}
        onFilter={onFilter}
      />
      <Section title={filtered ? 'Entries that fit, newest first' : 'Newest first'} flush>
        <Listing
          label="Audit"
          pages={pages}
          columns={columnsWith(names)}
          keyOf={({ id }) => id}
          empty={<Empty title={filtered ? 'No entry fits' : 'Nothing was changed yet'} />}
        />
      </Section>
    </Page>
  )
}

function Sheet({ asked }: { asked: AuditFilter }) {
  return <SheetButton href={`/v1/audit.csv?${new URLSearchParams(asked)}`} />
}

const columnsWith = (names: Names): readonly Column<AuditEntry>[] => [
  { title: 'When', cell: ({ at }) => <InstantText at={at} /> },
  { title: 'Who', cell: (entry) => <Who entry={entry} /> },
  { title: 'Did', cell: (entry) => <Deed entry={entry} names={names} /> },
  {
    title: 'What changed',
    cell: (entry) => <Difference entry={entry} title={titleOf(entry, names)} names={names} />,
  },
  { title: 'Why', cell: ({ reason }) => reason ?? '–' },
]

function Who({ entry: { actorName, source, requestId } }: { entry: AuditEntry }) {
  return (
    <>
      {actorName}
      <Text fz="sm" c="dimmed">
        {whereFrom(source)}
      </Text>
      {requestId ? (
        <Text fz="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          request {requestId}
        </Text>
      ) : null}
    </>
  )
}

function Deed({ entry, names }: Readonly<{ entry: AuditEntry; names: Names }>) {
  const { action, subjectKind: kind, subjectId } = entry
  const title = titleOf(entry, names)
  // A sample is shown with its batch, which an entry does not name.
  const to = isShown(kind) && kind !== 'sample' ? pathOf(kind, subjectId) : null
  const moves = kind === 'adjustment' || kind === 'relocation' ? `/moves?document=${subjectId}` : null
  const link = to ?? moves
  return (
    <>
      {deedWords(action)} {title || !link ? `${kindInWords(kind)} ` : ''}
      {link ? <RowLink to={link}>{title || kindInWords(kind)}</RowLink> : title}
    </>
  )
}

const calls = ['number', 'code', 'sku', 'name', 'email'] as const

/** What the subject is called now, or was when it was written down. */
function titleOf({ subjectId, before, after }: AuditEntry, names: Names): string {
  const known = names.get(subjectId)?.title
  if (known !== undefined) return known
  const written = { ...(before as object | null), ...(after as object | null) } as Record<string, unknown>
  return String(calls.map((call) => written[call]).find((value) => typeof value === 'string') ?? '')
}
