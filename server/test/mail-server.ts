/**
 * server/test/mail-server.ts — a real SMTP server that keeps what it is given, refuses whom it is told to, and can go away.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailSettings } from '../platform/mail.ts'

export type Received = Readonly<{ to: string; messageId: string; subject: string; text: string; link: string }>
export type MailServer = Readonly<{
  settings: MailSettings
  received: Received[]
  /** What it answers to a recipient; null takes the mail. */
  refuse(answer: (address: string) => { code: number; says: string } | null): void
  /** Awaited before a mail is taken. */
  before(taking: (mail: Received) => Promise<void>): void
  close(): Promise<void>
}>

export async function openMailServer(publicUrl = 'https://answer.example'): Promise<MailServer> {
  const received: Received[] = []
  let refusing: (address: string) => { code: number; says: string } | null = () => null
  let taking: (mail: Received) => Promise<void> = async () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refused = refusing(address)
      done(refused ? Object.assign(new Error(refused.says), { responseCode: refused.code }) : null)
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      const take = async () => {
        const mail = readMail(Buffer.concat(chunks).toString('utf8'), envelope.rcptTo[0]?.address ?? '')
        await taking(mail)
        received.push(mail)
        done()
      }
      stream.on('end', () => void take())
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const settings = { url: `smtp://127.0.0.1:${port}`, from: 'Acme <recalls@acme.example>', publicUrl, perSecond: 1000 }
  return {
    settings,
    received,
    refuse(answer) {
      refusing = answer
    },
    before(wait) {
      taking = wait
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** As far as tests look: the headers, and the first part, which is plain text. */
function readMail(raw: string, to: string): Received {
  const unfolded = raw.replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const text = raw.slice(raw.indexOf('\r\n\r\n')).replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const plain = Buffer.from(bytes, 'latin1').toString('utf8')
  return {
    to,
    messageId: header('Message-ID'),
    subject: header('Subject'),
    text: plain,
    link: /https?:\S+\/answer#[\w-]+/.exec(plain)?.[0] ?? '',
  }
}
