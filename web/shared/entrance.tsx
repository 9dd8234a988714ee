/**
 * web/shared/entrance.tsx — the frame of the pages that are seen before one is inside.
 */
import { Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './entrance.module.css'
import { Mark } from './mark.tsx'

type EntranceProps = Readonly<{ title: string; about: string; wide?: boolean; children: ReactNode }>

export function Entrance({ title, about, wide, children }: EntranceProps) {
  useDocumentTitle(`${title} · Firstout`)
  return (
    <main className={classes.ground}>
      <div className={classes.sheet} data-wide={wide || undefined}>
        <Group gap="sm" mb="lg">
          <Mark size={36} />
          <Text fz="xl" fw={680} lts="-0.01em">
            Firstout
          </Text>
        </Group>
        <Title order={1} mb={4}>
          {title}
        </Title>
        <Text c="dimmed" mb="lg">
          {about}
        </Text>
        {children}
      </div>
    </main>
  )
}
