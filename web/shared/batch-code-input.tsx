/**
 * web/shared/batch-code-input.tsx — the code of a batch that comes: as on its label, or the next of our own where somebody wrote how they are.
 */
import { ActionIcon, TextInput, type TextInputProps, Tooltip } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { answerOf, api, given, intent } from '../api/client.ts'
import type { Product } from '../api/types.ts'
import { useCodePattern } from './use-code-pattern.ts'
import { useWrite } from './use-write.ts'

type BatchCodeInputProps = Omit<TextInputProps, 'value' | 'onChange'> &
  Readonly<{
    value: string
    onChange: (code: string) => void
    product: Product | undefined
    warehouse: string | null | undefined
    producedOn: CalendarDate | null
  }>

export function BatchCodeInput({ value, onChange, product, warehouse, producedOn, ...more }: BatchCodeInputProps) {
  const tracked = product?.tracking !== 'none'
  const pattern = useCodePattern(product?.id)
  const draw = useWrite(
    (ask: { product: string; warehouse: string; producedOn?: CalendarDate }, key) =>
      answerOf(api.POST('/v1/batch-codes', { body: ask, headers: intent(key) })),
    ({ code }) => onChange(code),
  )
  const mayDraw = product && tracked && pattern && value === ''
  const ask = () =>
    product && warehouse ? draw.send({ product: product.id, warehouse, ...given({ producedOn }) }) : undefined
  return (
    <TextInput
      label="Batch code"
      placeholder={tracked ? 'as on the label' : 'not tracked'}
      disabled={!tracked}
      autoComplete="off"
      spellCheck={false}
      {...more}
      required={more.required === true && tracked}
      error={draw.problem?.detail ?? more.error}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      rightSection={
        mayDraw ? (
          <Tooltip label={warehouse ? `A code of our own: ${pattern.pattern}` : 'Choose the warehouse first'}>
            <ActionIcon
              variant="subtle"
              aria-label="Next code of our own"
              aria-disabled={!warehouse}
              loading={draw.sending}
              onClick={ask}
            >
              <IconTag size={17} />
            </ActionIcon>
          </Tooltip>
        ) : null
      }
    />
  )
}
