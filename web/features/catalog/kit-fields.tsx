/**
 * web/features/catalog/kit-fields.tsx — what a kit is made of, as it is told and as it is entered.
 */
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Product } from '../../api/types.ts'
import { RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'

export type KitPartValues = { product: string; quantity: number | string }

type KitFieldsProps = Readonly<{
  kit: readonly KitPartValues[]
  /** What a field of the form is given, by its path. */
  field: (path: string) => GetInputPropsReturnType
  onAdd: (part: KitPartValues) => void
  onRemove: (index: number) => void
}>

export function KitFields({ kit, field, onAdd, onRemove }: KitFieldsProps) {
  return (
    <Section
      title="Kit"
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onAdd({ product: '', quantity: 1 })}
        >
          Add a part
        </Button>
      }
    >
      <Text c="dimmed" mb={kit.length > 0 ? 'sm' : 0}>
        {kit.length === 0
          ? 'Sold as one and sent as its parts? Name them here. A kit never lies in stock itself.'
          : 'One of it is made of these. Orders take the batches of the parts; a part may be a kit itself.'}
      </Text>
      <Stack gap="sm">
        {kit.map((_, index) => (
          <Group key={String(index)} align="flex-start" gap="sm" wrap="nowrap">
            <ProductPicker label="Part" required flex="1 1 200px" {...field(`kit.${index}.product`)} />
            <QuantityInput label="In each" required w={100} {...field(`kit.${index}.quantity`)} />
            <ActionIcon size={36} mt={23} aria-label="Remove this part" onClick={() => onRemove(index)}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Section>
  )
}

export function KitParts({ product: { kit } }: { product: Product }) {
  return (
    <Section title="What it is made of" flush>
      <Rows
        label="What it is made of"
        rows={kit}
        keyOf={({ partId }) => partId}
        columns={[
          { title: 'Part', cell: ({ partId, sku }) => <RowLink to={`/products/${partId}`}>{sku}</RowLink> },
          { title: 'Name', cell: ({ name }) => name },
          { title: 'In each', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
        ]}
      />
    </Section>
  )
}
