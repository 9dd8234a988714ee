/**
 * server/modules/access/permissions.ts — what each role may do. Every route names one of these, or `anyone`, or `nobody`.
 */
export const roles = ['owner', 'manager', 'quality', 'warehouse', 'auditor'] as const
export type Role = (typeof roles)[number]

const permissions = {
  look: roles,
  'change account': ['owner', 'manager'],
  'change products': ['owner', 'manager'],
  'change partners': ['owner', 'manager'],
  'change places': ['owner', 'manager'],
  'correct batches': ['owner', 'manager', 'quality'],
  receive: ['owner', 'manager', 'warehouse'],
  'identify stock': ['owner', 'manager', 'quality', 'warehouse'],
  'adjust stock': ['owner', 'manager', 'warehouse'],
  'reverse moves': ['owner', 'manager'],
  count: ['owner', 'manager', 'warehouse'],
  'approve counts': ['owner', 'manager'],
  'set limits': ['owner'],
  'keep samples': ['owner', 'manager', 'quality', 'warehouse'],
  'redate stock': ['owner', 'manager', 'quality', 'warehouse'],
  'answer alerts': ['owner', 'manager', 'quality', 'warehouse'],
  produce: ['owner', 'manager', 'warehouse'],
  hold: ['owner', 'manager', 'quality', 'warehouse'],
  'lift holds': ['owner', 'quality'],
  recall: ['owner', 'manager', 'quality'],
  'see contacts': ['owner', 'manager', 'quality'],
  'change rules': ['owner', 'manager', 'quality'],
  order: ['owner', 'manager'],
  'record history': ['owner', 'manager'],
  'request transfers': ['owner', 'manager', 'warehouse'],
  'approve transfers': ['owner', 'manager'],
  ship: ['owner', 'manager', 'warehouse'],
  'force picks': ['owner', 'manager', 'quality'],
  'force storage': ['owner', 'manager', 'quality'],
  return: ['owner', 'manager', 'warehouse'],
  'inspect returns': ['owner', 'manager', 'quality', 'warehouse'],
  dispose: ['owner', 'manager', 'quality', 'warehouse'],
  'keep files': ['owner', 'manager', 'quality', 'warehouse'],
  'print labels': ['owner', 'manager', 'quality', 'warehouse'],
  verify: ['owner', 'manager', 'quality', 'auditor'],
  'read audit': ['owner', 'manager', 'quality', 'auditor'],
  'manage people': ['owner'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

export function allows(role: string, needs: string): boolean {
  const allowed: readonly string[] | undefined = permissions[needs as Permission]
  return allowed?.includes(role) ?? false
}
