/**
 * web/features/orders/kit-line.tsx — a line that sells kits: how many whole ones, and beneath it each part with its batches.
 */
import { Group, Text, Title } from '@mantine/core'
import { IconPackages } from '@tabler/icons-react'
import type { Order, SoldLine } from '../../api/types.ts'
import { RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import type { LineArrival } from './arrivals-told.ts'
import classes from './order-line.module.css'
import { ChangeLine, LineBody, LineQuestions, LineSums } from './order-line.tsx'

type KitLineProps = Readonly<{ order: Order; line: SoldLine; arrivals: ReadonlyMap<string, readonly LineArrival[]> }>

export function KitLineShown({ order, line, arrivals }: KitLineProps) {
  return (
    <Section
      title={`${line.lineNo}. ${line.sku} ${line.productName}`}
      flush
      aside={
        <>
          <Sign tone="quiet" icon={<IconPackages />}>
            kit
          </Sign>
          <ChangeLine order={order} line={line} />
        </>
      }
    >
      <LineSums line={line} />
      {line.components.map((part) => (
        <section key={part.id} className={classes.part} aria-label={`${part.sku} of ${line.sku}`}>
          <Group justify="space-between" gap="xs" className={classes.partHead}>
            <Title order={3} fz="md">
              <RowLink to={`/products/${part.productId}`}>{part.sku}</RowLink> {part.productName}
              <Text span c="dimmed" fw={400}>{` · ${quantityText(part.perKit, part.baseUnit)} in each`}</Text>
            </Title>
            <Group gap="xs">
              <LineQuestions order={order} line={part} />
            </Group>
          </Group>
          <LineSums line={part} />
          <LineBody order={order} line={part} arrivals={arrivals.get(part.id) ?? []} />
        </section>
      ))}
    </Section>
  )
}
