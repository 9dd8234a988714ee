/**
 * web/app/unit-actions.tsx — what can be done with single units of a batch where they lie: a sample, opening, freezing, thawing; put together
 * here from features that do not know each other.
 */
import { ActionIcon, Menu } from '@mantine/core'
import { IconBottle, IconFlask, IconSnowflake, IconTemperatureSun } from '@tabler/icons-react'
import { useState } from 'react'
import { RedateUnits } from '../features/redating/redate-units.tsx'
import type { RedatingKind } from '../features/redating/redating-words.tsx'
import { TakeSample } from '../features/samples/take-sample.tsx'
import { freeOf, type LyingUnits } from '../shared/lying.ts'
import { useMay } from '../shared/may.tsx'

const redatings = [
  ['opened', 'Some were opened', IconBottle],
  ['frozen', 'Some were frozen', IconSnowflake],
  ['thawed', 'Some were thawed', IconTemperatureSun],
] as const

export function UnitActions({ lying }: { lying: LyingUnits }) {
  const [doing, setDoing] = useState<RedatingKind | 'sample' | null>(null)
  const [maySample, mayRedate] = [useMay('keep samples'), useMay('redate stock')]
  const leave = () => setDoing(null)
  if (freeOf(lying) === 0 || !(maySample || mayRedate)) return null
  const offered = redatings.filter(([kind]) => mayRedate && (kind !== 'opened' || lying.placeKind !== 'opened'))
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`Sample, open or freeze at ${lying.placeCode}`} size={26}>
            <IconFlask size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {maySample ? (
            <Menu.Item leftSection={<IconFlask size={15} />} onClick={() => setDoing('sample')}>
              Keep a sample
            </Menu.Item>
          ) : null}
          {offered.map(([kind, label, Icon]) => (
            <Menu.Item key={kind} leftSection={<Icon size={15} />} onClick={() => setDoing(kind)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {doing === 'sample' ? <TakeSample lying={lying} onClose={leave} /> : null}
      {doing !== null && doing !== 'sample' ? <RedateUnits kind={doing} lying={lying} onClose={leave} /> : null}
    </>
  )
}
