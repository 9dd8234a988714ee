/**
 * server/platform/http/security-headers.ts — what every answer tells browsers of its safety, as helmet has it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** Name and value of each. Reckoned once: helmet would reckon the same anew for every request. */
export function securityHeaders(): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  const answer = {
    setHeader: (name: string, value: string) => void headers.set(name, value),
    removeHeader: (name: string) => void headers.delete(name),
  }
  sayAll({} as IncomingMessage, answer as unknown as ServerResponse, (fault) => {
    if (fault) throw fault
  })
  return headers
}

const sayAll = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  strictTransportSecurity: false,
})
