import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { needsOf } from '#domain/imports/fields.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { useMay } from '../../shared/may.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { BroughtLabels } from './brought-labels.tsx'
import { kindWords } from './import-kind.ts'

/** All or nothing, or the good rows; or look again, or leave it. */
export function DecideImport({ of }: { of: Import }) {
  const may = useMay(needsOf[of.kind])
  const { where, see } = kindWords[of.kind]
  if (of.state === 'ended')
    return (
      <Group gap="xs">
        <LinkButton to={where}>{see}</LinkButton>
        {of.kind === 'products' ? (
          <LinkButton to="/imports" search={{ kind: 'stock' }} variant="default">
            Upload their stock next
          </LinkButton>
        ) : null}
        {of.kind === 'stock' && of.committed > 0 ? <BroughtLabels of={of} /> : null}
      </Group>
    )
  if (of.state !== 'judged' && of.state !== 'reading') return null
  if (!may) return <Text c="dimmed">Who may {needsOf[of.kind]} may import these rows.</Text>
  return of.state === 'judged' ? <Decide of={of} /> : <Abandon of={of} />
}

type Mode = NonNullable<Import['mode']>

function Decide({ of }: { of: Import }) {
  const path = { id: of.id }
  const commit = useWrite((mode: Mode, key) =>
    answerOf(api.PUT('/v1/imports/{id}/commit', { params: { path }, body: { mode }, headers: intent(key) })),
  )
  const again = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/imports/{id}/judgement', { params: { path }, headers: intent(key) })),
  )
  const busy = commit.sending || again.sending
  const writes = of.kind !== 'shipments'
  return (
    <Stack gap="sm">
      {of.refused === null ? null : (
        <Alert color="brick" variant="light" role="alert" styles={{ message: { color: 'var(--mantine-color-text)' } }}>
          {of.refused}
        </Alert>
      )}
      {of.missing.length > 0 ? null : <Text>{adviceFor(of)}</Text>}
      <Group gap="xs">
        {writes && of.good > 0 && of.wrong === 0 ? (
          <Button onClick={() => commit.send('all')} loading={commit.sending} disabled={busy}>
            Import all {countOf(of.good, 'row')}, or nothing
          </Button>
        ) : null}
        {writes && of.good > 0 ? (
          <Button
            variant={of.wrong === 0 ? 'default' : 'filled'}
            onClick={() => commit.send('good')}
            loading={commit.sending}
            disabled={busy}
          >
            Import the {countOf(of.good, 'good row')}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => again.send(null)} loading={again.sending} disabled={busy}>
          Check again
        </Button>
        <Abandon of={of} />
      </Group>
      <ProblemAlert problem={commit.problem ?? again.problem} />
    </Stack>
  )
}

function adviceFor({ kind, good, wrong, known }: Import): string {
  if (kind === 'shipments')
    return `Nothing is written of past shipments: ${countOf(good, 'row')} ${good === 1 ? 'was' : 'were'} judged by the products, batches, customers and rules that are here.`
  if (good === 0 && wrong === 0) return `All ${countOf(known, 'row')} were imported before. There is nothing to do.`
  if (wrong === 0) return 'Every row is good. As long as nothing goes wrong meanwhile, all of them are imported.'
  return `All or nothing would be nothing: ${countOf(wrong, 'row')} ${wrong === 1 ? 'is' : 'are'} wrong. Mend ${wrong === 1 ? 'it' : 'them'} below, or in the file and upload it again; what is missing here can be added, and the rows checked again.`
}

function Abandon({ of }: { of: Import }) {
  const navigate = useNavigate()
  const abandon = useWrite(
    (_: null, key) =>
      answerOf(api.DELETE('/v1/imports/{id}', { params: { path: { id: of.id } }, headers: intent(key) })),
    () => void navigate({ to: '/imports' }),
  )
  return (
    <>
      <Button variant="subtle" color="brick" onClick={() => abandon.send(null)} loading={abandon.sending}>
        Abandon
      </Button>
      <ProblemAlert problem={abandon.problem} />
    </>
  )
}
