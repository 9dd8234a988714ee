import type { Role } from '../../api/types.ts'

/** What each role may do, in a few words. */
export const roleWords: Record<Role, string> = {
  owner: 'Owner: everything',
  manager: 'Manager: everything but people, keys and lifting holds',
  quality: 'Quality: holds, dates, audit',
  warehouse: 'Warehouse: receive, move, ship, hold',
  auditor: 'Auditor: looks at everything, changes nothing',
}

export const roleOptions = Object.entries(roleWords).map(([value, label]) => ({ value, label }))
