/**
 * web/app/shell.tsx — what stands around every page: navigation at the side on a desk and at the bottom on a phone,
 * search, the colours, and who is signed in.
 */
import { ActionIcon, AppShell, Box, Burger, Group, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { GlobalSearch } from '../features/reports/global-search.tsx'
import { QueueSign } from '../outbox/queue-sign.tsx'
import { Mark } from '../shared/mark.tsx'
import { AccountMenu } from './account-menu.tsx'
import { ColorSchemeToggle } from './color-scheme-toggle.tsx'
import { useLiveChanges } from './live-changes.ts'
import { BottomNavigation, SideNavigation } from './navigation.tsx'
import { NewVersion } from './new-version.tsx'
import { NotLive } from './not-live.tsx'
import classes from './shell.module.css'

export function Shell() {
  const [open, { toggle, close }] = useDisclosure(false)
  const [searching, search] = useDisclosure(false)
  const { pathname } = useLocation()
  const lostAt = useLiveChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what closes the navigation
  useEffect(close, [pathname])
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !open } }}
      footer={{ height: { base: 58, sm: 0 } }}
    >
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell.Header className={classes.header}>
        <TopBar open={open} toggle={toggle} openSearch={search.open} lostAt={lostAt} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Main">
        <SideNavigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm" className={classes.footer}>
        <BottomNavigation open={open} toggle={toggle} />
      </AppShell.Footer>
      <NewVersion />
      <GlobalSearch opened={searching} onOpen={search.open} onClose={search.close} />
    </AppShell>
  )
}

type TopBarProps = Readonly<{ open: boolean; toggle: () => void; openSearch: () => void; lostAt: Date | null }>

function TopBar({ open, toggle, openSearch, lostAt }: TopBarProps) {
  return (
    <Group h="100%" px={{ base: 10, sm: 16 }} justify="space-between" wrap="nowrap" gap="clamp(3px, 1.4vw, 12px)">
      <Group gap="xs" wrap="nowrap">
        <Burger
          opened={open}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={open ? 'Close the navigation' : 'Open the navigation'}
        />
        <Link to="/" className={classes.home} aria-label="Firstout, home" data-gives-way={lostAt !== null || undefined}>
          <Mark size={26} />
          <Text fw={680} fz="lg" lts="-0.01em" component="span" {...(lostAt ? { visibleFrom: 'xs' } : {})}>
            Firstout
          </Text>
        </Link>
      </Group>
      <UnstyledButton className={classes.search} onClick={openSearch} visibleFrom="sm">
        <IconSearch size={15} aria-hidden="true" />
        <span>Search batch, order, product, serial…</span>
        <kbd>/</kbd>
      </UnstyledButton>
      <NotLive since={lostAt} />
      <QueueSign />
      <Group gap={4} wrap="nowrap">
        <ActionIcon size="lg" hiddenFrom="sm" onClick={openSearch} aria-label="Search">
          <IconSearch size={18} />
        </ActionIcon>
        {/* Cut off, a phone needs the room for what is said of that. */}
        <Box {...(lostAt ? { visibleFrom: 'xs' } : {})}>
          <ColorSchemeToggle />
        </Box>
        <AccountMenu />
      </Group>
    </Group>
  )
}
