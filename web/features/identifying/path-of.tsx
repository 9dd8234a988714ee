/**
 * web/features/identifying/path-of.tsx — on the page of a product: how far its stock is identified, or what of it has no batch.
 */
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Product } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Meter } from './meter.tsx'
import { TrackBatches } from './track-batches.tsx'
import { usePathOf } from './use-path.ts'

type PathOfProps = Readonly<{ product: Pick<Product, 'id' | 'sku' | 'tracking' | 'baseUnit'> }>

export function PathOf({ product }: PathOfProps) {
  const path = usePathOf(product.id)
  if (path === undefined) return null
  if (path === null) return <WithoutBatch product={product} />
  return (
    <Section
      title="Its stock is being identified"
      aside={
        <LinkButton size="xs" to="/identifying/$id" params={{ id: path.id }}>
          {path.state === 'open' ? 'Identify units' : 'See what was identified'}
        </LinkButton>
      }
    >
      <Meter of={path.meter} unit={product.baseUnit} />
    </Section>
  )
}

/** Of a product that is tracked already: what came back, or was there before, and has no batch. */
function WithoutBatch({ product }: PathOfProps) {
  const { data } = useQuery({
    queryKey: ['identification-preview', product.id],
    queryFn: () => answerOf(api.GET('/v1/identification-preview', { params: { query: { product: product.id } } })),
    enabled: product.tracking === 'batch',
    retry: false,
  })
  if (!data || data.quantity === 0) return null
  return (
    <Section title="Without a batch" aside={<TrackBatches product={product} label="Identify them" />}>
      <Text>{`${countOf(data.quantity, 'unit')} of it lie in stock and nobody wrote down which batch they are.`}</Text>
    </Section>
  )
}
