export const settingsTabs = ['people', 'keys', 'warehouses', 'proof'] as const
export type SettingsTab = (typeof settingsTabs)[number]
