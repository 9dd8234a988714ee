/**
 * server/platform/mail.ts — mail over SMTP: given to the server once, and what the server said of it.
 */
import { createTransport } from 'nodemailer'

export type MailSettings = Readonly<{
  /** smtp://user:password@host:587, or smtps:// */
  url: string
  /** Who writes, as `Brand <recalls@brand.example>`. */
  from: string
  /** Where this server is found from outside, for links: https://stock.brand.example */
  publicUrl: string
  /** Mails a second, of this process. */
  perSecond: number
}>

export type Mail = Readonly<{ to: string; subject: string; text: string; html: string; messageId: string }>
/** `refused`: this mail will never arrive. `later`: the server takes none just now. */
export type Posted =
  | Readonly<{ as: 'accepted' }>
  | Readonly<{ as: 'refused'; why: string }>
  | Readonly<{ as: 'later'; why: string; isServerAway: boolean }>

export type Mailer = Readonly<{
  publicUrl: string
  domain: string // of the Message-ID
  send(mail: Mail): Promise<Posted>
  close(): void
}>

/** Shorter than the time after which a mail that is being sent is taken for lost. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

export function openMailer({ url, from, publicUrl, perSecond }: MailSettings): Mailer {
  const limits = { pool: true, maxConnections: 4, rateDelta: 1000, rateLimit: perSecond } as const
  const transport = createTransport({ url, ...limits, ...timeouts }, { from })
  return {
    publicUrl: publicUrl.replace(/\/+$/, ''),
    domain: /@([^\s>]+)/.exec(from)?.[1] ?? 'firstout.invalid',
    async send(mail) {
      try {
        await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } })
        return { as: 'accepted' }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string }

/** Only what the server says of the recipient or the message is final (RFC 5321 §4.2.1); a wrong password is not the recipient's fault. */
function failed(error: unknown): Posted {
  const { code, responseCode, response, message } = error as SmtpError
  const why = (response ?? message).slice(0, 500)
  const isOfThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (isOfThisMail && (responseCode === undefined || responseCode >= 500)) return { as: 'refused', why }
  return { as: 'later', why, isServerAway: !isOfThisMail }
}
