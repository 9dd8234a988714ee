export const settingsTabs = [
  'people',
  'keys',
  'warehouses',
  'clients',
  'delivery',
  'reasons',
  'returns',
  'alerts',
  'recalls',
  'labels',
  'account',
  'proof',
] as const
export type SettingsTab = (typeof settingsTabs)[number]
