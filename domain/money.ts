/** An amount in minor units, as `€1,204.50`: how many digits follow the point is the currency's own. */
export function moneyText({ currency, amount }: Readonly<{ currency: string; amount: number }>): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
