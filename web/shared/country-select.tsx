import { Select, type SelectProps } from '@mantine/core'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

export const countryName = (code: string): string => names.of(code) ?? code

/** Regions that the browser can name, but nobody ships from. */
const noCountry = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** A code that was given up is another one now. */
const isToday = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

const countries = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountry.has(code) && isToday(code))
  .flatMap((code) => {
    const name = names.of(code)
    return name === undefined ? [] : [{ value: code, label: name }]
  })
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))

type RegionSelectProps = Omit<SelectProps, 'data'> & Readonly<{ regions: typeof countries }>

function RegionSelect({ regions, ...props }: RegionSelectProps) {
  return (
    <Select
      searchable
      clearable
      limit={60}
      filter={({ options, search }) => {
        const text = search.trim().toLowerCase()
        return (options as typeof countries).filter(
          ({ value, label }) => value.toLowerCase() === text || label.toLowerCase().includes(text),
        )
      }}
      {...props}
      data={regions}
    />
  )
}

/** Its value is the country's ISO code. */
export const CountrySelect = (props: Omit<SelectProps, 'data'>) => (
  <RegionSelect
    label="Country"
    clearButtonProps={{ 'aria-label': 'No country' }}
    nothingFoundMessage="No such country"
    {...props}
    regions={countries}
  />
)

/** Dossiers are approved for the whole Union. */
const markets = [{ value: 'EU', label: 'European Union' }, ...countries]

/** Its value is a country's ISO code, or EU for all its members. */
export const MarketSelect = (props: Omit<SelectProps, 'data'>) => (
  <RegionSelect
    label="Market"
    clearButtonProps={{ 'aria-label': 'Any market' }}
    nothingFoundMessage="No such country"
    {...props}
    regions={markets}
  />
)
