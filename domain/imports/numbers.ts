/**
 * domain/imports/numbers.ts — numbers as people write them. Where a sign may part thousands as well as decimals, nothing is guessed.
 */
import { minorDigits } from '../money.ts'

export type NumberRead = Readonly<{ number: number; decimals: number } | { problem: 'none' | 'either' }>

/** `1 200`, `1.200,50`, `1,200.50`, `12,00`, `0,125`. `1.200` is `either`. */
export function readNumber(text: string): NumberRead {
  const bare = text.replaceAll(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '')
  const parts = /^(\d+(?:[.,]\d+)*)$/.exec(bare)?.[1]?.split(/([.,])/)
  if (!parts) return { problem: 'none' }
  const signs = parts.filter((part) => part === '.' || part === ',')
  const groups = parts.filter((part) => part !== '.' && part !== ',')
  const last = groups.at(-1) ?? ''
  const lastSign = signs.at(-1)
  if (lastSign === undefined) return whole(groups)
  if (signs.length === 1 && last.length === 3 && groups[0] !== '0' && (groups[0] ?? '').length <= 3)
    return { problem: 'either' }
  const isAllThousands = signs.length > 1 && signs.every((sign) => sign === lastSign)
  const thousands = isAllThousands ? groups : groups.slice(0, -1)
  if (thousands.slice(1).some(({ length }) => length !== 3)) return { problem: 'none' }
  if (isAllThousands) return whole(groups)
  if (signs.slice(0, -1).includes(lastSign)) return { problem: 'none' }
  return { number: Number(`${thousands.join('')}.${last}`), decimals: last.replace(/0+$/, '').length }
}

const whole = (groups: readonly string[]): NumberRead => ({ number: Number(groups.join('')), decimals: 0 })

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', zł: 'PLN', kr: '', $: '' }

export type MoneyRead = Readonly<{ amount: number; currency: string } | { problem: string }>

/** In minor units of the currency; the cell may name it itself. `problem` goes on where the name of the column ends. */
export function readMoney(text: string, currency: string | undefined): MoneyRead {
  const words = text.replaceAll(/[\d.,\s\u00a0\u202f'’]/g, '')
  const named = words === '' ? undefined : /^[A-Z]{3}$/.test(words) ? words : signs[words]
  if (words !== '' && named === undefined) return { problem: `must be an amount as 2.50, not "${text}"` }
  const own = named || currency
  if (own === undefined) return { problem: 'has no currency: say which one the file is in' }
  if (currency !== undefined && own !== currency) return { problem: `is "${text}", and its currency is ${currency}` }
  const read = readNumber(text.replaceAll(/[^\d.,\s\u00a0\u202f'’]/g, '').trim())
  if ('problem' in read)
    return {
      problem:
        read.problem === 'either'
          ? `is "${text}", which may have thousands or decimals: write it as 1234.50`
          : `must be an amount as 2.50, not "${text}"`,
    }
  const digits = minorDigits(own)
  if (read.decimals > digits) return { problem: `is "${text}", and ${own} has ${digits} digits behind the point` }
  return { amount: Math.round(read.number * 10 ** digits), currency: own }
}
