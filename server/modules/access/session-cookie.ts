import type { FastifyReply } from 'fastify'
import { sessionCookie } from './sign-in.ts'

/** The cookie is out of reach of scripts, and other websites cannot make a browser send it. */
export function setSession(reply: FastifyReply, token: string, expiresAt: string): void {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    expires: new Date(expiresAt),
  })
}
