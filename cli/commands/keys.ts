import type { Command } from 'commander'
import { wrongUse } from '../failure.ts'
import { dayOrInstant, isInstant, oneOf } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Key = Readonly<{
  id: string
  name: string
  hint: string
  role: string
  createdBy: string
  expiresAt: string
  revokedAt: string | null
}>

const roles = ['owner', 'manager', 'quality', 'warehouse', 'auditor']

export function keyCommands(root: Command): void {
  const keys = root.command('keys').description('API keys')
  keys
    .command('list')
    .description('all keys')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items } = await api.get<{ items: readonly Key[] }>('/v1/keys')
      answer({ items }, () => table(items, columns))
    })
  keys
    .command('create')
    .description('make a key; it is shown this once')
    .argument('<name>', 'what it is for')
    .requiredOption('--role <role>', roles.join(', '), oneOf(roles))
    .requiredOption('--expires <day or time>', 'until the end of that day (UTC), or that moment', dayOrInstant)
    .action(async (name: string, { role, expires }: { role: string; expires: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const expiresAt = isInstant(expires) ? expires : `${expires}T23:59:59Z`
      const made = await api.send<Key & { key: string }>('POST', '/v1/keys', { name, role, expiresAt })
      answer(made, () => `${made.key}\nKeep it now: it is not shown again. Role ${made.role}, until ${made.expiresAt}.`)
    })
  keys
    .command('revoke')
    .description('revoke a key at once')
    .argument('<key>', 'id or name')
    .action(async (wanted: string, _options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items } = await api.get<{ items: readonly Key[] }>('/v1/keys')
      const fitting = items.filter(
        ({ id, name, revokedAt }) => id === wanted || (name === wanted && revokedAt === null),
      )
      const [key] = fitting
      if (!key) throw wrongUse(`There is no key "${wanted}".`)
      if (fitting.length > 1)
        throw wrongUse(`Several keys are called "${wanted}". Use the id.\n${table(fitting, columns)}`)
      await api.send('DELETE', `/v1/keys/${key.id}`)
      answer({ id: key.id }, () => `Key "${key.name}" is revoked.`)
    })
}

const columns = [
  { title: 'Name', of: ({ name }: Key) => name },
  { title: 'Hint', of: ({ hint }: Key) => hint },
  { title: 'Role', of: ({ role }: Key) => role },
  { title: 'By', of: ({ createdBy }: Key) => createdBy },
  { title: 'Until', of: ({ expiresAt }: Key) => expiresAt },
  { title: 'Revoked', of: ({ revokedAt }: Key) => revokedAt },
  { title: 'Id', of: ({ id }: Key) => id },
]
