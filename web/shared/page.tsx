/**
 * web/shared/page.tsx — the frame of a page: what it is, what can be done, and its sections.
 */
import { Anchor, Box, Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './page.module.css'

type Back = Readonly<{ to: string; label: string }>
type PageProps = Readonly<{
  title: string
  /** What stands in the browser's tab where the title alone would not say enough. */
  tab?: string
  about?: ReactNode
  back?: Back
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}>

export function Page({ title, tab, about, back, actions, wide, children }: PageProps) {
  useDocumentTitle(`${tab ?? title} · Firstout`)
  return (
    <Box className={classes.page} data-wide={wide || undefined}>
      <Box component="header" className={classes.header}>
        <div className={classes.heading}>
          {back ? (
            <Anchor component={Link} to={back.to as '/'} className={classes.back}>
              <IconChevronLeft size={14} aria-hidden="true" /> {back.label}
            </Anchor>
          ) : null}
          <Title order={1}>{title}</Title>
          {about ? (
            <Text component="div" c="dimmed" fz="md" mt={2}>
              {about}
            </Text>
          ) : null}
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Box>
      {children}
    </Box>
  )
}

type SectionProps = Readonly<{ title: string; aside?: ReactNode; flush?: boolean; children: ReactNode }>

export function Section({ title, aside, flush, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <Group justify="space-between" gap="xs" className={classes.sectionHead}>
        <Title order={2} fz="md">
          {title}
        </Title>
        {aside ? <Group gap="xs">{aside}</Group> : null}
      </Group>
      <div className={classes.sectionBody} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}

/** Names and what they stand for, in columns that fold on a phone. */
export function Facts({ of }: { of: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className={classes.facts}>
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a person wrote in several lines, as an address. */
export const Lines = ({ of }: { of: string | null }) => <span className={classes.lines}>{of ?? '–'}</span>
