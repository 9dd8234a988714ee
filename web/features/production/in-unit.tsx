/**
 * web/features/production/in-unit.tsx — what is weighed or measured says so where its quantity is typed.
 */
import { Text } from '@mantine/core'
import type { Product } from '../../api/types.ts'
import { unitSign } from '../../shared/quantity.tsx'

export function inUnit(product: Product | undefined) {
  const sign = unitSign(product?.baseUnit ?? 'each')
  if (sign === '') return {}
  return {
    rightSection: (
      <Text size="sm" c="dimmed">
        {sign}
      </Text>
    ),
  }
}
