import type { Command } from 'commander'
import { allergens, hazards, temperatures } from '../../domain/storage/classes.ts'
import { wrongUse } from '../failure.ts'
import { type Zone, zoneNamed, zonesOf } from '../find-zone.ts'
import { given, oneOf, someOf } from '../options.ts'
import { sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Keeps = Readonly<{ storage?: string; hazards?: readonly string[]; freeFrom?: readonly string[] }>
type Adding = Keeps & Readonly<{ warehouse?: string; name?: string }>
type Changing = Adding & Readonly<{ code?: string }>

export function zoneCommands(root: Command): void {
  const zones = root.command('zones').description('Zones of a warehouse, and what they keep')
  list(zones)
  add(zones)
  change(zones)
}

function list(zones: Command): void {
  zones
    .command('list', { isDefault: true })
    .description('every zone of a warehouse')
    .option('--warehouse <code>')
    .action(async ({ warehouse }: { warehouse?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const items = await zonesOf(api, (await findWarehouse(api, warehouse)).id)
      answer({ items }, () => table(items, columns))
    })
}

const columns = [
  { title: 'Zone', of: ({ code }: Zone) => code },
  { title: 'Name', of: ({ name }: Zone) => name },
  { title: 'Kept', of: ({ storage }: Zone) => storage },
  { title: 'Dangerous goods', of: ({ hazards: of }: Zone) => of.join(', ') },
  { title: 'Free from', of: ({ freeFrom }: Zone) => freeFrom.join(', ') },
]

const takesKeeping = (command: Command): Command =>
  command
    .option('--storage <temperature>', temperatures.join(', '), oneOf(temperatures))
    .option(
      '--hazards <classes>',
      `dangerous goods that may lie there, or none: ${hazards.join(', ')}`,
      someOf(hazards),
    )
    .option('--free-from <allergens>', `that may not lie there, or none: ${allergens.join(', ')}`, someOf(allergens))

function add(zones: Command): void {
  takesKeeping(zones.command('add'))
    .description('add a zone to a warehouse')
    .argument('<code>')
    .option('--warehouse <code>', 'needed where there are several')
    .option('--name <text>', 'the code where it is left out')
    .action(
      async (code: string, { warehouse, name = code, storage = 'ambient', ...keeps }: Adding, command: Command) => {
        const { api, answer } = sessionOf(command)
        const { id } = await findWarehouse(api, warehouse)
        const zone = await api.send<Zone>('POST', '/v1/zones', {
          warehouseId: id,
          code,
          name,
          storage,
          ...given(keeps),
        })
        answer(zone, () => zoneText(zone))
      },
    )
}

function change(zones: Command): void {
  takesKeeping(zones.command('change'))
    .description('change the code, the name or what a zone keeps; what lies there stays')
    .argument('<zone>', 'its code')
    .option('--warehouse <code>', 'needed where there are several')
    .option('--code <code>', 'another code')
    .option('--name <text>')
    .action(async (ref: string, { warehouse, ...wanted }: Changing, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await zoneNamed(api, (await findWarehouse(api, warehouse)).id, ref)
      const body = given(wanted)
      if (Object.keys(body).length === 0) throw wrongUse('Say what is to change.')
      const zone = await api.send<Zone>('PATCH', `/v1/zones/${id}`, body)
      answer(zone, () => zoneText(zone))
    })
}

const zoneText = (zone: Zone): string =>
  fields([
    ['Zone', zone.code],
    ['Name', zone.name],
    ['Kept', zone.storage],
    ['Dangerous goods', zone.hazards.join(', ')],
    ['Free from', zone.freeFrom.join(', ')],
  ])
