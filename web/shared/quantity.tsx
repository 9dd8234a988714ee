/**
 * web/shared/quantity.tsx — a whole number of base units, grouped by thousands, always with its unit where one is known.
 */
import { Text } from '@mantine/core'

const signs: Record<string, string> = { each: '', gram: ' g', millilitre: ' ml' }

export const quantityText = (quantity: number, unit = 'each') =>
  `${quantity.toLocaleString('en').replaceAll(',', '\u202f')}${signs[unit] ?? ''}`

export function Quantity({ of, unit, dimZero }: { of: number; unit?: string; dimZero?: boolean }) {
  return (
    <Text span inherit style={{ whiteSpace: 'nowrap' }} {...(dimZero && of === 0 ? { c: 'dimmed' } : {})}>
      {quantityText(of, unit)}
    </Text>
  )
}
