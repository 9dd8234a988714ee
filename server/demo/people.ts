/**
 * server/demo/people.ts — who works in the shop of the demo: one person of each role. All sign in with the demo's password, so
 * that a visitor sees what each of them may do.
 */
import type { Role } from '../modules/access/index.ts'

export type Colleague = Readonly<{ name: string; email: string; role: Role }>

export const owner = { name: 'Olive Alder', email: 'demo@firstout.example', role: 'owner' } as const

export const colleagues = [
  { name: 'Marcus Webb', email: 'marcus@firstout.example', role: 'manager' },
  { name: 'Priya Nair', email: 'priya@firstout.example', role: 'quality' },
  { name: 'Sam Reyes', email: 'sam@firstout.example', role: 'warehouse' },
  { name: 'Ines Duarte', email: 'ines@firstout.example', role: 'auditor' },
] as const satisfies readonly Colleague[]
