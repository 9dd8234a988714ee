/**
 * server/modules/notices/as-html.ts — a notice as the HTML of a mail: no picture, no font and nothing that is fetched from anywhere.
 */
import type { Composed, Passage } from '#domain/notices/compose.ts'

export function asHtml({ subject, passages }: Composed, link: string): string {
  const body = passages.map((passage) => passageHtml(passage, link)).join('\n')
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>${safe(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#1b2430;font:16px/1.5 Helvetica,Arial,sans-serif"><div style="max-width:600px;margin:0 auto">
<h1 style="margin:0 0 20px;padding:12px 14px;border-left:6px solid #b3261e;background:#fdf1ef;font-size:20px;line-height:1.3">${safe(subject)}</h1>
${body}
</div></body></html>`
}

function passageHtml({ heading, lines }: Passage, link: string): string {
  const head = heading === null ? '' : `<h2 style="margin:22px 0 4px;font-size:16px">${safe(heading)}</h2>`
  return (
    head +
    lines.map((line) => (line === link ? buttonHtml(link) : `<p style="margin:0 0 8px">${safe(line)}</p>`)).join('')
  )
}

const buttonHtml = (link: string) =>
  `<p style="margin:10px 0 14px"><a href="${safe(link)}" style="display:inline-block;padding:12px 18px;border-radius:6px;background:#b3261e;color:#fff;font-weight:bold;text-decoration:none;word-break:break-all">${safe(link)}</a></p>`

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '').replaceAll('\n', '<br>')
