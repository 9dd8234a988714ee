/**
 * domain/notices/bounce-text.ts — what a message of a mail server says did not arrive (RFC 3464), however roughly it was copied.
 */
export type Bounced = Readonly<{ noticeId: string | null; address: string | null; detail: string | null }>

/** A line of mail is never longer (RFC 5322 §2.1.1); what claims to be is read no further. */
const fieldMax = 998
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** By our Message-ID, which the returned message quotes; else by the address that failed. Both null where it tells of neither, or of a delay only. */
export function bouncedIn(text: string): Bounced {
  const unfolded = text.replaceAll(/\r?\n[ \t]+/g, ' ')
  const action = field(unfolded, 'Action')
  if (action !== null && /^(delayed|delivered|relayed|expanded)/i.test(action))
    return { noticeId: null, address: null, detail: null }
  const id = new RegExp(`<(${uuid})\\.notice@`, 'i').exec(unfolded)?.[1] ?? null
  const recipient =
    field(unfolded, 'Final-Recipient') ??
    field(unfolded, 'Original-Recipient') ??
    field(unfolded, 'X-Failed-Recipients')
  const address = /[^\s;<>,]+@[^\s;<>,]+/.exec(recipient ?? '')?.[0]?.toLowerCase() ?? null
  const detail = field(unfolded, 'Diagnostic-Code') ?? field(unfolded, 'Status')
  return { noticeId: id?.toLowerCase() ?? null, address, detail: detail?.slice(0, 500) ?? null }
}

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:(.*)$`, 'im').exec(text)?.[1]?.slice(0, fieldMax).trim() || null

/** The same whenever a notice is sent again, so that mail programs show it once. */
export const messageIdOf = (noticeId: string, domain: string): string => `<${noticeId}.notice@${domain}>`
