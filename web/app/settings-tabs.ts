export const settingsTabs = ['people', 'keys', 'warehouses', 'clients', 'delivery', 'proof'] as const
export type SettingsTab = (typeof settingsTabs)[number]
