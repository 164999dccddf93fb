// The nth mail of a made-up correspondence: text and HTML, from somebody who never wrote before, so that each opens a case.
import { letter } from '../corpus.ts'
import { chance } from '../corpus/chance.ts'

export function mail(n: number): { from: string; text: string } {
  const { title, text, name } = letter(chance(1_000_003 + n), { i: n, count: 1_000_000 })
  const from = `sender${n}@client${n % 997}.example`
  const html = `<p>${text.replaceAll('\n', '</p><p>')}</p>`
  const lines = [
    `From: =?utf-8?B?${base64(`${name} ${n}`)}?= <${from}>`, 'To: contact@atelier.example', `Subject: =?utf-8?B?${base64(title.slice(0, 30))}?=`,
    `Date: Sat, 21 Nov 2026 10:${String(n % 60).padStart(2, '0')}:00 +0100`, `Message-ID: <bench.${n}@client.example>`, 'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="part"', '', '--part', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '',
    wrapped(text), '--part', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', wrapped(html), '--part--',
  ] // prettier-ignore
  return { from, text: lines.join('\r\n') }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const wrapped = (text: string): string => base64(text).replace(/.{76}/g, '$&\r\n')
