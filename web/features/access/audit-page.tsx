import { Code, Text } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { AuditEntry } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { isShown, pathOf } from '../../shared/paths.ts'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const columns: readonly Column<AuditEntry>[] = [
  { title: 'When', cell: ({ at }) => <InstantText at={at} /> },
  {
    title: 'Who',
    cell: ({ actorName, source }) => (
      <>
        {actorName}
        <Text fz="sm" c="dimmed">
          {source}
        </Text>
      </>
    ),
  },
  {
    title: 'Did',
    cell: ({ action, subjectKind, subjectId }) => {
      const words = action.replaceAll(/[._]/g, ' ')
      return isShown(subjectKind) ? <RowLink to={pathOf(subjectKind, subjectId)}>{words}</RowLink> : words
    },
  },
  { title: 'What changed', cell: (entry) => <Difference entry={entry} /> },
  { title: 'Why', cell: ({ reason }) => reason ?? '–' },
]

export function AuditPage({ subject }: { subject: string | undefined }) {
  const pages = usePages(['audit', subject], (cursor) =>
    answerOf(api.GET('/v1/audit', { params: { query: given({ subject, cursor }) } })),
  )
  return (
    <Page title="Audit" about="Who changed what, when, from where and why. Nothing in it is ever changed.">
      <Section title={subject ? 'About one thing' : 'Newest first'} flush>
        <Listing
          label="Audit"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="Nothing was changed yet" />}
        />
      </Section>
    </Page>
  )
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const inWords = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const shownMax = 6

/** The fields that differ but for ids, which say nothing to a person, as before → after; only what is new where there was nothing before. */
function Difference({ entry: { before, after } }: { entry: AuditEntry }) {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) =>
      JSON.stringify(was[name]) !== JSON.stringify(is[name]) &&
      is[name] !== null &&
      !name.endsWith('Id') &&
      name !== 'id',
  )
  return (
    <div style={{ overflowWrap: 'anywhere', textAlign: 'left' }}>
      {changed.slice(0, shownMax).map((name) => (
        <div key={name}>
          <Text span fz="sm" c="dimmed">
            {name}{' '}
          </Text>
          {was[name] === undefined ? null : <Code>{inWords(was[name])}</Code>}
          {was[name] === undefined ? null : ' → '}
          <Code>{inWords(is[name])}</Code>
        </div>
      ))}
      {changed.length > shownMax ? (
        <Text fz="sm" c="dimmed">
          and {changed.length - shownMax} more
        </Text>
      ) : null}
    </div>
  )
}
