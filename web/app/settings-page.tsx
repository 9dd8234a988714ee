import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Place } from '../api/types.ts'
import { AccountSettings } from '../features/access/account-settings.tsx'
import { KeySettings } from '../features/access/key-settings.tsx'
import { PeopleSettings } from '../features/access/people-settings.tsx'
import { StepSettings } from '../features/alerts/step-settings.tsx'
import { CodePattern } from '../features/batches/code-pattern.tsx'
import { ClientSettings } from '../features/catalog/client-settings.tsx'
import { DeliverySettings } from '../features/delivery/delivery-settings.tsx'
import { DisposalSettings } from '../features/disposals/disposal-settings.tsx'
import { LabelSettings } from '../features/labels/label-settings.tsx'
import { MockSettings } from '../features/mocks/mock-settings.tsx'
import { NoticeSettings } from '../features/notices/notice-settings.tsx'
import { WordingSettings } from '../features/notices/wording-settings.tsx'
import { WarehouseSettings } from '../features/places/warehouse-settings.tsx'
import { PlaceState } from '../features/quality/place-state.tsx'
import { RecallSettings } from '../features/recalls/recall-settings.tsx'
import { CheckSettings } from '../features/returns/check-settings.tsx'
import { SealProof } from '../features/seal/seal-proof.tsx'
import { ReasonSettings } from '../features/stock/reason-settings.tsx'
import { VerifyStock } from '../features/stock/verify-stock.tsx'
import { Page } from '../shared/page.tsx'
import { type SettingsTab, settingsTabs } from './settings-tabs.ts'

const titles: Record<SettingsTab, string> = {
  people: 'People',
  keys: 'API keys',
  warehouses: 'Warehouses',
  clients: 'Clients',
  delivery: 'Delivery',
  reasons: 'Reasons',
  returns: 'Returns',
  alerts: 'Alerts',
  recalls: 'Recalls',
  labels: 'Labels',
  account: 'Account',
  proof: 'Proof',
}
const panels: Record<SettingsTab, () => ReactNode> = {
  people: PeopleSettings,
  keys: KeySettings,
  warehouses: Warehouses,
  clients: ClientSettings,
  delivery: DeliverySettings,
  reasons: ReasonSettings,
  returns: Returns,
  alerts: StepSettings,
  recalls: Recalls,
  labels: LabelSettings,
  account: Account,
  proof: Proofs,
}

const stateOf = (place: Place) => <PlaceState place={place} />

function Warehouses() {
  return <WarehouseSettings stateOf={stateOf} />
}

function Recalls() {
  return (
    <>
      <RecallSettings />
      <MockSettings />
      <NoticeSettings />
      <WordingSettings />
    </>
  )
}

function Returns() {
  return (
    <>
      <CheckSettings />
      <DisposalSettings />
    </>
  )
}

function Account() {
  return (
    <>
      <AccountSettings />
      <CodePattern product={null} />
    </>
  )
}

function Proofs() {
  return (
    <>
      <VerifyStock />
      <SealProof />
    </>
  )
}

type SettingsProps = Readonly<{ tab: SettingsTab; onTab: (tab: SettingsTab) => void }>

/** A phone has no room for all of them. */
const intoView = (chosen: HTMLElement | null) => chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })

export function SettingsPage({ tab, onTab }: SettingsProps) {
  return (
    <Page title="Settings">
      <Tabs value={tab} onChange={(next) => onTab(next as SettingsTab)} keepMounted={false}>
        <Tabs.List aria-label="Settings" style={{ flexWrap: 'nowrap', overflow: 'auto hidden' }}>
          {settingsTabs.map((one) => (
            <Tabs.Tab key={one} value={one} ref={one === tab ? intoView : null}>
              {titles[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {settingsTabs.map((one) => {
          const Panel = panels[one]
          return (
            <Tabs.Panel key={one} value={one} pt="md">
              <Panel />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </Page>
  )
}
