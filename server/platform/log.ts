/**
 * server/platform/log.ts — what happened, for whoever runs the server. No secret and no personal data: neither bodies,
 * nor headers, nor query strings are logged.
 */
import { type Logger, pino } from 'pino'

export type Log = Logger

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
