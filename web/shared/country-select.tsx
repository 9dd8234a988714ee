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

/** Its value is the country's ISO code. */
export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  return (
    <Select
      label="Country"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'No country' }}
      limit={60}
      nothingFoundMessage="No such country"
      filter={({ options, search }) => {
        const text = search.trim().toLowerCase()
        return (options as typeof countries).filter(
          ({ value, label }) => value.toLowerCase() === text || label.toLowerCase().includes(text),
        )
      }}
      {...props}
      data={countries}
    />
  )
}
