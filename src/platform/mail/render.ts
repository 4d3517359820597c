import type { MailMessage } from '@/kernel/mail'
import { env } from '@/platform/env'
import { openToken } from '@/platform/one-time-token'

const INK = '#1c1f1f'
const MUTED = '#62696a'
const HOUSE = '#0f6b5f'

/** A mail as it is sent: the same words as HTML and as text, with the organization's name and colour. Opens the token. */
export function renderMail(message: MailMessage): { html: string; text: string } {
  const url = message.action ? addressOf(message.action.path, message.token) : null
  return { html: htmlOf(message, url), text: textOf(message, url) }
}

function addressOf(path: string, token: MailMessage['token']): string {
  const opened = token ? encodeURIComponent(openToken(token.purpose, token.sealed)) : ''
  return new URL(path.replace('{token}', opened), env.SERVER_URL).toString()
}

function textOf({ heading, paragraphs, action, brand, footer }: MailMessage, url: string | null): string {
  const link = action && url ? [`${action.label}: ${url}`] : []
  return [heading, ...paragraphs, ...link, `-- \n${brand.name}\n${footer}`].join('\n\n')
}

function htmlOf({ heading, paragraphs, action, brand, footer }: MailMessage, url: string | null): string {
  const color = /^#[0-9a-f]{6}$/i.test(brand.color ?? '') ? (brand.color ?? HOUSE) : HOUSE
  const button =
    action && url ? `<tr><td style="padding:12px 0 8px">${buttonOf(action.label, url, color)}</td></tr>` : ''
  const lines = paragraphs
    .map((one) => `<tr><td style="padding:0 0 14px;font-size:15px;line-height:24px">${escaped(one)}</td></tr>`)
    .join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title></head>
<body style="margin:0;padding:0;background:#f3f5f4;color:${INK};font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 4px 16px;font-size:14px;font-weight:600">${markOf(brand.name, color)}</td></tr>
<tr><td style="background:#ffffff;border-radius:12px;border-top:4px solid ${color};padding:28px 32px 20px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
<tr><td style="padding:0 0 16px"><h1 style="margin:0;font-size:21px;line-height:28px;font-weight:650">${escaped(heading)}</h1></td></tr>
${lines}${button}</table></td></tr>
<tr><td style="padding:16px 4px 0;font-size:12px;line-height:18px;color:${MUTED}">${escaped(footer)}</td></tr>
</table></td></tr></table></body></html>`
}

function markOf(name: string, color: string): string {
  const dot = `<span style="display:inline-block;width:10px;height:10px;border-radius:3px;background:${color};margin-right:8px"></span>`
  return `${dot}${escaped(name)}`
}

function buttonOf(label: string, url: string, color: string): string {
  const style = `display:inline-block;padding:11px 20px;border-radius:8px;background:${color};color:${inkOn(color)};font-size:15px;font-weight:600;text-decoration:none`
  return `<a href="${escaped(url)}" style="${style}">${escaped(label)}</a>`
}

// Black or white, whichever stands out more (WCAG relative luminance).
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? INK : '#ffffff'
}

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
