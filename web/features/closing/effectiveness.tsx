/**
 * web/features/closing/effectiveness.tsx — of how many it is checked that they know and have acted, who was drawn, and what was found.
 */
import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { CheckLevel, RecallCheck, RecallChecks } from '../../api/types.ts'
import { type Column, Rows } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useRecallState } from '../../shared/use-recall-state.ts'
import { useWrite } from '../../shared/use-write.ts'
import { CheckButton } from './check-button.tsx'

const levels: Readonly<Record<CheckLevel, string>> = {
  A: 'A: all of them',
  B: 'B: more than 10 %, less than all',
  C: 'C: 10 %',
  D: 'D: 2 %',
  E: 'E: none',
}

/** Of one that was started. */
export function Effectiveness({ recallRef }: { recallRef: string }) {
  const { state, id } = useRecallState(recallRef)
  const checks = useQuery({
    queryKey: ['recall', recallRef, 'checks'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/checks', { params: { path: { ref: recallRef } } })),
    enabled: state === 'running' || state === 'ended',
  })
  if (state !== 'running' && state !== 'ended') return null
  return (
    <Section title="Effectiveness checks">
      <Loaded of={checks} rows={4}>
        {(known) => <Shown id={id} checks={known} isRunning={state === 'running'} />}
      </Loaded>
    </Section>
  )
}

type ShownProps = Readonly<{ id: string; checks: RecallChecks; isRunning: boolean }>

function Shown({ id, checks, isRunning }: ShownProps) {
  const may = useMay('recall') && isRunning
  const { level, percent, numbers, items } = checks
  return (
    <Stack gap="md">
      {level === null ? (
        <Text c="dimmed">
          Whether those who got the goods know of it and have acted is checked with some of them, drawn at random. No
          level was chosen.
        </Text>
      ) : (
        <Facts
          of={{
            Level: level === 'B' ? `${level}, ${percent} %` : levels[level],
            Drawn: quantityText(numbers.drawn),
            'Still to check': quantityText(numbers.open),
            Effective: quantityText(numbers.effective),
            'Not effective': quantityText(numbers.notEffective),
            'Not reached': quantityText(numbers.notReached),
            Passed: numbers.passRate === null ? '–' : `${numbers.passRate} %`,
          }}
        />
      )}
      {may ? <ChooseLevel id={id} checks={checks} /> : null}
      {items.length > 0 ? (
        <Rows label="Who is checked" rows={items} columns={columnsFor(may)} keyOf={(row) => row.id} />
      ) : null}
    </Stack>
  )
}

function ChooseLevel({ id, checks }: Readonly<{ id: string; checks: RecallChecks }>) {
  const [level, setLevel] = useState<CheckLevel>(checks.level ?? 'A')
  const [percent, setPercent] = useState<number | string>(checks.level === 'B' ? (checks.percent ?? 50) : 50)
  const choose = useWrite((_: string, key) =>
    answerOf(
      api.PUT('/v1/recalls/{id}/check-level', {
        params: { path: { id } },
        body: { level, ...(level === 'B' ? { percent: Number(percent) } : {}) },
        headers: intent(key),
      }),
    ),
  )
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Select
          label="Level"
          allowDeselect={false}
          data={Object.entries(levels).map(([value, label]) => ({ value, label }))}
          value={level}
          onChange={(next) => setLevel((next ?? 'A') as CheckLevel)}
        />
        {level === 'B' ? (
          <NumberInput
            label="Percent"
            min={10.01}
            max={99.99}
            decimalScale={2}
            w={110}
            value={percent}
            onChange={setPercent}
          />
        ) : null}
        <Button variant="default" loading={choose.sending} onClick={() => choose.send(`${level} ${percent}`)}>
          {checks.level === null ? 'Draw who is checked' : 'Change the level'}
        </Button>
      </Group>
      <ProblemAlert problem={choose.problem} />
    </>
  )
}

const called = ({ contact, customerCode, orderNumbers }: RecallCheck): string =>
  contact?.name ?? customerCode ?? `order ${orderNumbers.join(', ')}`

const columnsFor = (may: boolean): readonly Column<RecallCheck>[] => [
  { title: 'Who', cell: (row) => called(row) },
  { title: 'Units', cell: ({ quantity }) => quantityText(quantity), end: true },
  { title: 'Found', cell: (row) => <FoundSign check={row} /> },
  { title: 'By', cell: ({ results }) => lastText(results.at(-1)), deskOnly: true },
  ...(may ? [{ title: 'Check', cell: (row: RecallCheck) => <CheckButton check={row} name={called(row)} /> }] : []),
]

type Result = RecallCheck['results'][number]

const lastText = (last: Result | undefined) =>
  last ? `${last.byName}, ${last.way}${last.note ? `: ${last.note}` : ''}` : '–'

function FoundSign({ check: { results } }: { check: RecallCheck }) {
  const last = results.at(-1)
  if (!last) return <Sign tone="soon">to check</Sign>
  if (!last.reached) return <Sign tone="bad">not reached</Sign>
  const left = last.unitsFound ? `, ${last.unitsFound} found` : ''
  if (!last.gotNotice) return <Sign tone="bad">{`no notice${left}`}</Sign>
  return last.acted ? <Sign tone="good">{`effective${left}`}</Sign> : <Sign tone="bad">{`did not act${left}`}</Sign>
}
