export const settingsTabs = ['people', 'keys', 'warehouses', 'clients', 'proof'] as const
export type SettingsTab = (typeof settingsTabs)[number]
