/**
 * web/features/imports/import-page.tsx — one import: how far it is, what its rows are, what is wrong with them, and what to do.
 */
import { Alert, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldNamed, needsOf } from '#domain/imports/fields.ts'
import { assessments } from '#domain/imports/findings.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { useMay } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Loaded } from '../../shared/states.tsx'
import { Assessment } from './assessment.tsx'
import { DecideImport } from './decide-import.tsx'
import { kindWords } from './import-kind.ts'
import { ImportedRows, WrongRows } from './import-rows.tsx'
import { ImportStateSign, isAtOnce, isWorking, progressOf } from './import-state.tsx'
import classes from './imports.module.css'
import { isAsked, SaidColumns } from './said-columns.tsx'

const back = { to: '/imports', label: 'Import' }
const askAgainMs = 1000

export function ImportPage({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? askAgainMs : false),
  })
  return (
    <Page title={query.data?.number ?? 'Import'} about={query.data ? query.data.name : undefined} back={back}>
      <Loaded of={query}>{(of) => <Shown of={of} />}</Loaded>
    </Page>
  )
}

function Shown({ of }: { of: Import }) {
  const may = useMay(needsOf[of.kind])
  return (
    <>
      <Section title="What the rows are" aside={<ImportStateSign of={of} />}>
        <Stack gap="md">
          {isWorking(of) ? <Working of={of} /> : null}
          <Numbers of={of} />
          {of.ignored.length > 0 ? (
            <Text fz="sm">
              {countOf(of.ignored.length, 'column')} of the file {of.ignored.length === 1 ? 'says' : 'say'} nothing here
              and {of.ignored.length === 1 ? 'was' : 'were'} left out: {of.ignored.join(', ')}.
            </Text>
          ) : null}
          <OpenQuestions of={of} />
          <DecideImport of={of} />
        </Stack>
      </Section>
      {isAssessed(of) && of.kind === 'shipments' ? <Assessment of={of} /> : null}
      {of.state === 'reading' ? null : <SaidColumns key={of.saidAt} of={of} may={may && of.state === 'judged'} />}
      {of.wrong > 0 && of.missing.length === 0 ? <WrongRows of={of} /> : null}
      {of.committed > 0 ? <ImportedRows of={of} /> : null}
      {isAssessed(of) && of.kind !== 'shipments' ? <Assessment of={of} /> : null}
      <Section title="About it">
        <Facts
          of={{
            Uploaded: (
              <>
                <InstantText at={of.madeAt} /> by {of.madeBy}
              </>
            ),
            'What it is of': kindWords[of.kind].many,
            ...(of.kind === 'stock' ? { Reference: of.reference } : {}),
            ...(of.askedAt === null
              ? {}
              : {
                  Imported: (
                    <>
                      <InstantText at={of.askedAt} /> by {of.askedBy},{' '}
                      {of.mode === 'all' ? 'all or nothing' : 'good rows'}
                    </>
                  ),
                }),
          }}
        />
      </Section>
    </>
  )
}

/** Of a file of which is known what its columns say. */
const isAssessed = ({ kind, state, missing }: Import): boolean =>
  assessments[kind] !== undefined && missing.length === 0 && (state === 'judged' || state === 'ended')

/** What a person has to say first: until then its cells are wrong. */
function OpenQuestions({ of }: { of: Import }) {
  if (!isAsked(of)) return null
  const open = of.columns.filter(({ asks }) => asks.length > 0).map(({ name }) => name)
  const missing = of.missing.map((name) => fieldNamed(of.kind, name)?.says ?? name)
  return (
    <Alert color="yellow" variant="light" role="status" styles={{ message: { color: 'var(--mantine-color-text)' } }}>
      Say first what nothing in the file tells: {[...open, ...missing].join('; ')}. It is asked under “What the columns
      say”.
    </Alert>
  )
}

const working: Partial<Record<Import['state'], string>> = {
  reading: 'The file is being read',
  judging: 'The rows are being checked',
  committing: 'The rows are being imported',
}

function wordsOf(of: Import): string {
  const words = working[of.state] ?? ''
  if (of.state === 'reading')
    return `${words}: ${countOf(of.rows, 'row')} so far. It goes on as long as the upload does.`
  return `${isAtOnce(of) ? `${words}, all at once` : `${words}: ${progressOf(of)} %`}. You can leave this page; it goes on.`
}

function Working({ of }: { of: Import }) {
  return (
    <div role="status">
      <Text fz="sm" mb={4}>
        {wordsOf(of)}
      </Text>
      <Progress value={isAtOnce(of) ? 100 : progressOf(of)} aria-label={working[of.state] ?? ''} animated />
    </div>
  )
}

function Numbers({ of }: { of: Import }) {
  const numbers: Readonly<Record<string, number>> = {
    Rows: of.rows,
    ...(of.state === 'ended' || of.committed > 0 ? { Imported: of.committed } : {}),
    ...(of.state === 'ended' ? {} : { [of.kind === 'shipments' ? 'Judged' : 'Good']: of.good }),
    Wrong: of.wrong,
    ...(of.kind === 'shipments' ? {} : { 'Imported before': of.known }),
  }
  return (
    <dl className={classes.numbers}>
      {Object.entries(numbers).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{quantityText(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
