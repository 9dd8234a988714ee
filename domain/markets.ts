/**
 * domain/markets.ts — which countries a market is: a country itself, or the European Union, where batches are approved for
 * all of it at once.
 *
 * Codes of ISO 3166-1 alpha-2, where EU is reserved for the Union. Members since 2020-02-01.
 */
const european = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

export const countriesOf = (market: string): readonly string[] => (market === 'EU' ? ['EU', ...european] : [market])

/** False where no country is known. */
export const isInMarket = (country: string | null, market: string): boolean =>
  country !== null && countriesOf(market).includes(country)
