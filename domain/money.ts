/**
 * domain/money.ts — amounts in minor units, as people read them.
 */
const formatOf = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency })

/** How many digits of an amount follow the point. */
export const minorDigits = (currency: string): number => formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2

/** As `€1,204.50`. */
export function moneyText({ currency, amount }: Readonly<{ currency: string; amount: number }>): string {
  return formatOf(currency).format(amount / 10 ** minorDigits(currency))
}
