/**
 * web/app/trace-page.tsx — where anything is that can be named, now or as it was known then; put together from features that do not know each other.
 */
import { Group, Stack, Text, TextInput } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecallScope } from '../api/types.ts'
import { AddPart, useAddPart } from '../features/recalls/add-part.tsx'
import { DamagedLink } from '../features/recalls/damaged-link.tsx'
import { StoppedOrders, WhereItLies } from '../features/recalls/recall-places.tsx'
import { noScope } from '../features/recalls/scope-in.ts'
import { ScopeList } from '../features/recalls/scope-list.tsx'
import { GenealogySection } from '../features/trace/genealogy-section.tsx'
import { MadeOf, MayBeOfIt, OnTheWay, Reached } from '../features/trace/scope-answer.tsx'
import { type AskedTrace, queryOf, useScopeTrace } from '../features/trace/use-trace.ts'
import { WhoGotIt } from '../features/trace/who-got-it.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { momentHere, momentTyped } from '../shared/day-here.ts'
import { LinkButton } from '../shared/link-button.tsx'
import { May } from '../shared/may.tsx'
import { Page, Section } from '../shared/page.tsx'
import { Unanswered } from '../shared/states.tsx'
import { present } from './root.tsx'

type Asked = Readonly<{ scope?: RecallScope; knownOn?: string; damaged?: string }>
type TracePageProps = Readonly<{ asked: Asked; onAsk: (next: Asked) => void }>

export function TracePage({ asked, onAsk }: TracePageProps) {
  const { scope = noScope, knownOn, damaged } = asked
  const part = useAddPart()
  const ask = (next: RecallScope) => onAsk(present({ scope: next, knownOn }))
  const isAsked = scope.parts.length > 0
  return (
    <Page
      title="Trace"
      about="Name goods in any way, and see where all of them are"
      actions={isAsked ? <RecallThis scope={scope} /> : null}
    >
      <Section title="What is asked for">
        <Stack gap="md">
          <DamagedLink damaged={damaged} scope={scope} />
          <ScopeList ofTrace scope={scope} onChange={ask} />
          <AddPart scope={scope} onChange={ask} form={part.form} />
          <AsOf knownOn={knownOn} onChange={(next) => onAsk({ scope, ...(next ? { knownOn: next } : {}) })} />
        </Stack>
      </Section>
      {isAsked ? <Answer asked={{ scope, knownOn }} /> : null}
    </Page>
  )
}

const RecallThis = ({ scope }: { scope: RecallScope }) => (
  <May to="recall">
    <LinkButton to="/recalls/new" search={{ scope }} variant="default" leftSection={<IconUrgent size={15} />}>
      Recall this
    </LinkButton>
  </May>
)

type AsOfProps = Readonly<{ knownOn: string | undefined; onChange: (knownOn: string | undefined) => void }>

/** Asked when the field is left, for a moment is typed in parts. */
function AsOf({ knownOn, onChange }: AsOfProps) {
  const [typed, setTyped] = useState(knownOn ? momentTyped(knownOn) : '')
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label="As it was known at"
        description="Empty is now"
        type="datetime-local"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => onChange(momentHere(typed) || undefined)}
      />
      {knownOn ? (
        <Text c="dimmed" fz="sm" pb={8}>
          Shown as of <InstantText at={knownOn} />. What was promised then is not kept.
        </Text>
      ) : null}
    </Group>
  )
}

function Answer({ asked }: { asked: AskedTrace }) {
  const trace = useScopeTrace(asked)
  const first = trace.data?.pages[0]
  if (!first) return <Unanswered of={trace} rows={10} />
  return (
    <>
      <Reached trace={first} />
      <GenealogySection key={JSON.stringify(asked)} asked={asked} />
      <WhereItLies here={first.here} />
      <OnTheWay transfers={first.transfers} />
      <StoppedOrders orders={first.openOrders} isRunning={false} />
      <MayBeOfIt mayBe={first.mayBe} />
      <WhoGotIt
        ofFamily
        totals={first}
        consignments={trace.data?.pages.flatMap(({ shipments }) => shipments.items) ?? []}
        sheet={(ending) => `/v1/trace.${ending}?${new URLSearchParams(queryOf(asked))}`}
        more={trace.hasNextPage ? () => void trace.fetchNextPage() : null}
        reading={trace.isFetchingNextPage}
      />
      <MadeOf upstream={first.upstream} />
    </>
  )
}
