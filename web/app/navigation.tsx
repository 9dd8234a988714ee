import { UnstyledButton } from '@mantine/core'
import {
  IconAddressBook,
  IconArrowBackUp,
  IconArrowsExchange,
  IconBasket,
  IconBell,
  IconBinaryTree,
  IconBottle,
  IconBox,
  IconBucket,
  IconChartBar,
  IconClipboardCheck,
  IconFileImport,
  IconFlask,
  IconForklift,
  IconHandStop,
  IconHistory,
  IconHome,
  IconHourglass,
  IconLayoutGrid,
  IconListCheck,
  IconMenu2,
  IconPackageImport,
  IconPrinter,
  IconRoute,
  IconSettings,
  IconShoppingCart,
  IconStack2,
  IconStackFront,
  IconStopwatch,
  IconTags,
  IconTool,
  IconToolsKitchen2,
  IconTransfer,
  IconTrash,
  IconTruckDelivery,
  IconTruckLoading,
  IconUrgent,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMe } from '../shared/use-me.ts'
import classes from './shell.module.css'

const groups = [
  {
    title: null,
    entries: [
      { to: '/', label: 'Home', Icon: IconHome },
      { to: '/stock', label: 'Stock', Icon: IconStack2 },
      { to: '/map', label: 'Map', Icon: IconLayoutGrid },
      { to: '/alerts', label: 'Expiring soon', Icon: IconBell },
    ],
  },
  {
    title: 'In and out',
    entries: [
      { to: '/receive', label: 'Receive', Icon: IconPackageImport, needs: 'receive' },
      { to: '/inbounds', label: 'Inbound', Icon: IconTruckLoading },
      { to: '/putaway', label: 'Put away', Icon: IconForklift, needs: 'adjust stock' },
      { to: '/orders', label: 'Orders', Icon: IconShoppingCart },
      { to: '/waiting', label: 'Waiting', Icon: IconHourglass },
      { to: '/pick', label: 'Pick', Icon: IconBasket, needs: 'ship' },
      { to: '/ship', label: 'Ship', Icon: IconTruckDelivery, needs: 'ship' },
      { to: '/transfers', label: 'Transfers', Icon: IconTransfer },
      { to: '/returns', label: 'Returns', Icon: IconArrowBackUp },
      { to: '/imports', label: 'Import', Icon: IconFileImport, needs: 'receive' },
      { to: '/production', label: 'Production', Icon: IconToolsKitchen2 },
    ],
  },
  {
    title: 'Keep in order',
    entries: [
      { to: '/to-settle', label: 'To settle', Icon: IconListCheck },
      { to: '/moves', label: 'Moves', Icon: IconArrowsExchange },
      { to: '/counts', label: 'Counts', Icon: IconClipboardCheck },
      { to: '/labels', label: 'Labels', Icon: IconPrinter },
      { to: '/samples', label: 'Samples', Icon: IconFlask },
      { to: '/opened', label: 'Opened', Icon: IconBottle },
      { to: '/identifying', label: 'Identify', Icon: IconTags },
      { to: '/holds', label: 'Holds', Icon: IconHandStop },
      { to: '/trace', label: 'Trace', Icon: IconBinaryTree },
      { to: '/recalls', label: 'Recalls', Icon: IconUrgent },
      { to: '/mock-recalls', label: 'Mock recalls', Icon: IconStopwatch },
      { to: '/corrective-actions', label: 'Corrective actions', Icon: IconTool },
      { to: '/indicators', label: 'Indicators', Icon: IconChartBar },
      { to: '/disposals', label: 'Disposals', Icon: IconTrash },
      { to: '/rules', label: 'Rules', Icon: IconRoute },
      { to: '/pools', label: 'Pools', Icon: IconBucket },
      { to: '/lots', label: 'Lots', Icon: IconStackFront },
      { to: '/products', label: 'Products', Icon: IconBox },
      { to: '/partners', label: 'Partners', Icon: IconAddressBook },
      { to: '/audit', label: 'Audit', Icon: IconHistory, needs: 'read audit' },
      { to: '/settings', label: 'Settings', Icon: IconSettings },
    ],
  },
] as const

type Entry = (typeof groups)[number]['entries'][number]

/** Only pages that the person can do something with. */
function useAllowed(): (entry: Entry) => boolean {
  const { data } = useMe()
  return (entry) => !('needs' in entry) || (data?.may.includes(entry.needs) ?? false)
}

export function SideNavigation() {
  const allowed = useAllowed()
  return (
    <>
      {groups.map(({ title, entries }) => (
        <div key={title ?? 'first'}>
          {title ? <div className={classes.group}>{title}</div> : null}
          {(entries as readonly Entry[]).filter(allowed).map(({ to, label, Icon }) => (
            <Link
              key={to}
              to={to}
              className={classes.entry}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon size={17} stroke={1.7} aria-hidden="true" />
              {label}
            </Link>
          ))}
        </div>
      ))}
    </>
  )
}

const tabs = [groups[0].entries[0], groups[0].entries[1], groups[1].entries[0], groups[1].entries[5]] as const

export function BottomNavigation({ open, toggle }: { open: boolean; toggle: () => void }) {
  const allowed = useAllowed()
  return (
    <nav className={classes.bottom} aria-label="Most used">
      {tabs.filter(allowed).map(({ to, label, Icon }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon size={21} stroke={1.7} aria-hidden="true" />
          {label}
        </Link>
      ))}
      <UnstyledButton className={classes.tab} onClick={toggle} aria-expanded={open}>
        <IconMenu2 size={21} stroke={1.7} aria-hidden="true" />
        More
      </UnstyledButton>
    </nav>
  )
}
