/**
 * cli/connection.ts — which server and which key: from flags, else the environment, else a demo on this machine.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wrongUse } from './failure.ts'

export type Given = Readonly<{ url?: string | undefined; key?: string | undefined; data?: string | undefined }>
export type Connection = Readonly<{ url: string; key: string | null }>
type Environment = Readonly<Record<string, string | undefined>>
type Demo = Readonly<{ url: string; key: string }>

const usualUrl = 'http://127.0.0.1:4600'

/** The demo's key is only ever sent to the demo. */
export function connectionOf(given: Given, env: Environment): Connection {
  const url = given.url ?? (env.FIRSTOUT_URL || undefined)
  const key = given.key ?? (env.FIRSTOUT_KEY || undefined)
  if (url !== undefined && !isAddress(url)) throw wrongUse(`"${url}" is not an address like ${usualUrl}.`)
  if (key !== undefined) return { url: url ?? usualUrl, key }
  const demo = readDemo(join(given.data ?? (env.DATA_DIR || '.firstout'), 'demo.json'))
  if (demo && (url === undefined || sameAddress(url, demo.url))) return { url: url ?? demo.url, key: demo.key }
  return { url: url ?? usualUrl, key: null }
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

const sameAddress = (a: string, b: string) => new URL(a).origin === new URL(b).origin

function readDemo(path: string): Demo | null {
  if (!existsSync(path)) return null
  try {
    const { url, key } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Demo>
    return typeof url === 'string' && typeof key === 'string' ? { url, key } : null
  } catch {
    throw wrongUse(`${path} cannot be read. Give --url and --key instead.`)
  }
}
