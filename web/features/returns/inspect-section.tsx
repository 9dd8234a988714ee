/**
 * web/features/returns/inspect-section.tsx — what came back and waits for somebody who looks at it; made for a phone in one hand.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Return } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { IdentifyUnits } from './identify-units.tsx'
import classes from './inspect.module.css'
import { InspectForm } from './inspect-form.tsx'
import { type Lot, lotKey, openStandings, standingWords } from './return-words.ts'
import { WithdrawUnits } from './withdraw-units.tsx'

type Line = Return['lines'][number]

export function InspectSection({ found }: { found: Return }) {
  const lots = found.lines.flatMap((line) => line.lots.filter(isOpen).map((lot) => ({ line, lot })))
  if (lots.length === 0) return null
  return (
    <Section title="Look at what came back">
      <Stack gap="md">
        {lots.map(({ line, lot }) => (
          <LotCard key={`${line.lineNo} ${lotKey(lot)}`} found={found} line={line} lot={lot} />
        ))}
      </Stack>
    </Section>
  )
}

const isOpen = ({ standings }: Lot) => openStandings.some((standing) => standings[standing] > 0)

type LotCardProps = Readonly<{ found: Return; line: Line; lot: Lot }>

function LotCard({ found, line, lot }: LotCardProps) {
  const [looking, setLooking] = useState(false)
  const standing = openStandings.filter((one) => lot.standings[one] > 0)
  return (
    <div className={classes.lot}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <b>{line.sku}</b> {line.productName}
          <div>
            <LotName lot={lot} />
          </div>
          <Text c="dimmed" fz="sm">
            {standing.map((one) => `${quantityText(lot.standings[one])} ${standingWords[one]}`).join(' · ')}
            {` · at ${lot.places.map(({ warehouseCode, code }) => `${warehouseCode} ${code}`).join(', ')}`}
          </Text>
        </div>
        {looking ? null : (
          <Group gap="xs">
            {lot.unlabelledId && lot.standings.undecided > 0 ? (
              <>
                <IdentifyUnits found={found} lot={lot} />
                <WithdrawUnits found={found} lot={lot} />
              </>
            ) : null}
            <May to="inspect returns">
              <Button onClick={() => setLooking(true)}>Look at it</Button>
            </May>
          </Group>
        )}
      </Group>
      {looking ? <InspectForm found={found} line={line} lot={lot} onDone={() => setLooking(false)} /> : null}
    </div>
  )
}

function LotName({ lot: { batchId, batchCode, expiresOn, candidates } }: { lot: Lot }) {
  if (batchId && batchCode)
    return (
      <>
        <BatchLink id={batchId} code={batchCode} />
        {expiresOn ? (
          <>
            {' · last day '}
            <DateText day={expiresOn} />
          </>
        ) : null}
      </>
    )
  return (
    <>
      {'No label: '}
      {candidates.map(({ batchId: id, batchCode: code, least, most }, at) => (
        <span key={id}>
          {at > 0 ? ' or ' : ''}
          <BatchLink id={id} code={code} />
          {least === most ? ` (${countOf(most, 'unit')})` : ` (${quantityText(least)} to ${quantityText(most)})`}
        </span>
      ))}
    </>
  )
}
