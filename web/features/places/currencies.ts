/** The currencies offered at set-up: all that the browser knows, the common ones first. */
const common = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY']
const known = Intl.supportedValuesOf('currency').filter((code) => !common.includes(code))
const name = new Intl.DisplayNames('en', { type: 'currency' })

export const currencies = [...common, ...known].map((code) => ({ value: code, label: `${code} · ${name.of(code)}` }))
