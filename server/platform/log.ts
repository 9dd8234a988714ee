/**
 * server/platform/log.ts — what happened, for whoever runs the server. No secret and no personal data: neither bodies,
 * nor headers, nor query strings are logged.
 */
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

export function openLog(level: string, to: DestinationStream = pino.destination(2)): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: told } }, to)
}

/** Only what went wrong and where: the errors of drivers carry the connection that they come from, with its keys. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { name, message, stack, cause } = error
  return {
    name,
    message,
    stack,
    ...('code' in error ? { code: error.code } : {}),
    ...(cause === undefined ? {} : { cause: told(cause) }),
  }
}
