import type { FastifyReply } from 'fastify'
import { sessionCookie } from './sign-in.ts'

/** The cookie is out of reach of scripts, and other websites cannot make a browser send it. */
export function setSession(reply: FastifyReply, token: string, expiresAt: string): void {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    // A warehouse's own network may have no TLS.
    secure: reply.request.protocol === 'https',
    sameSite: 'strict',
    expires: new Date(expiresAt),
  })
}
