import { NumberInput, type NumberInputProps, Text } from '@mantine/core'
import { useState } from 'react'
import { minorDigits } from '#domain/money.ts'
import { useMe } from './use-me.ts'

type MoneyInputProps = Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> &
  Readonly<{ value?: number | string; onChange?: (minor: number | string) => void }>

/** Of the account's currency; its value is in minor units, and '' where nothing is said. */
export function MoneyInput({ value = '', onChange, ...props }: MoneyInputProps) {
  const currency = useMe().data?.account.currency ?? 'USD'
  const digits = minorDigits(currency)
  // As it is typed: "1." is on its way to 1.50.
  const [typed, setTyped] = useState<number | string>(value === '' ? '' : Number(value) / 10 ** digits)
  return (
    <NumberInput
      min={0}
      max={10_000_000}
      allowDecimal={digits > 0}
      decimalScale={digits}
      hideControls
      rightSection={
        <Text fz="sm" c="dimmed">
          {currency}
        </Text>
      }
      rightSectionWidth={46}
      {...props}
      value={typed}
      onChange={(major) => {
        setTyped(major)
        onChange?.(major === '' ? '' : Math.round(Number(major) * 10 ** digits))
      }}
    />
  )
}
