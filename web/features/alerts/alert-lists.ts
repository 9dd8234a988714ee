/** web/features/alerts/alert-lists.ts — what the page of alerts lists beside those that somebody should see. */
export const alertLists = ['snoozed', 'closed'] as const
