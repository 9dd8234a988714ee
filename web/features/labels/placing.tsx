import { NumberInput, SimpleGrid } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DesignForm } from './design-form.ts'

/** Where a part stands, in millimetres from the upper left corner. */
export function Placing({ form, path, children }: Readonly<{ form: DesignForm; path: string; children: ReactNode }>) {
  const places = { x: 'Left', y: 'Top', width: 'Width' } as const
  return (
    <SimpleGrid cols={{ base: 2, xs: 5 }} spacing="xs" mt="xs">
      {Object.entries(places).map(([name, label]) => (
        <NumberInput
          key={name}
          label={label}
          step={0.5}
          allowDecimal
          decimalScale={1}
          {...form.getInputProps(`${path}.${name}`)}
        />
      ))}
      {children}
    </SimpleGrid>
  )
}
