// Pictures and papers made of numbers, so that nothing has to be carried along: a PNG of a lamp at night, a one-page PDF.
import { crc32, deflateSync } from 'node:zlib'
import type { Enclosure } from './story.ts'

export type File = { name: string; type: string; content: Buffer }

/** The file that goes with a letter. `words` are the lines of a paper. */
export function enclosureOf(kind: Enclosure, words: readonly string[]): File {
  switch (kind) {
    case 'photo':
      return { name: 'photo.png', type: 'image/png', content: picture({ width: 360, height: 270, dark: true }) }
    case 'logo':
      return { name: 'logo.png', type: 'image/png', content: picture({ width: 120, height: 90, dark: false }) }
    case 'plan':
      return { name: 'plan-de-l-entree.png', type: 'image/png', content: plan(420, 300) }
    case 'label':
      return { name: 'document.pdf', type: 'application/pdf', content: paper(words) }
  }
}

type Dot = readonly [red: number, green: number, blue: number]

function picture({ width, height, dark }: { width: number; height: number; dark: boolean }): Buffer {
  return png(width, height, (x, y) => lampAt(x / width, y / height, dark))
}

// A shade, a stem, a table; the light falls off with the distance from the bulb. x and y from 0 to 1.
function lampAt(x: number, y: number, dark: boolean): Dot {
  const light = Math.max(0, 1 - Math.hypot((x - 0.5) * 1.3, y - 0.45) * 1.5)
  if (y > 0.24 && y < 0.5 && Math.abs(x - 0.5) < 0.1 + (y - 0.24) * 0.55) return [250, 214 - y * 60, 150 - y * 90]
  if (y >= 0.5 && y < 0.8 && Math.abs(x - 0.5) < 0.012) return [120, 84, 40]
  if (y >= 0.77 && y < 0.8 && Math.abs(x - 0.5) < 0.11) return [120, 84, 40]
  if (y >= 0.8) return [96 + light * 90, 66 + light * 60, 44 + light * 30]
  return dark ? [30 + light * 190, 34 + light * 140, 52 + light * 70] : [240, 236 - light * 20, 228 - light * 60]
}

// An entrance drawn with a ruler: walls, a door that opens inwards, a radiator, a cat to scale.
function plan(width: number, height: number): Buffer {
  const ink: Dot = [40, 60, 120]
  const drawn = [wallsOf(width, height), doorOf(width), radiatorOf(height), cat]
  const squares = (x: number, y: number): Dot => (x % 20 === 0 || y % 20 === 0 ? [222, 232, 244] : [252, 252, 250])
  return png(width, height, (x, y) => (drawn.some((stroke) => stroke(x, y)) ? ink : squares(x, y)))
}

type Stroke = (x: number, y: number) => boolean
const EDGE = 40
const wallsOf =
  (width: number, height: number): Stroke =>
  (x, y) => {
    if (x < EDGE || x > width - EDGE || y < EDGE || y > height - EDGE) return false
    const isRight = x > width - EDGE - 3 && (y < 110 || y > 190)
    return y < EDGE + 3 || y > height - EDGE - 3 || x < EDGE + 3 || isRight
  }
const doorOf =
  (width: number): Stroke =>
  (x, y) =>
    Math.abs(Math.hypot(x - (width - EDGE), y - 190) - 80) < 1.2 && y < 190 && x < width - EDGE
const radiatorOf =
  (height: number): Stroke =>
  (x, y) =>
    y > height - 62 && y < height - 44 && x > 120 && x < 240 && x % 10 < 3
const cat: Stroke = (x, y) =>
  Math.abs(Math.hypot((x - 300) / 1.6, y - 215) - 12) < 1.5 || Math.abs(Math.hypot(x - 324, y - 208) - 7) < 1.5

function png(width: number, height: number, dot: (x: number, y: number) => Dot): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3)) // each row begins with its filter: none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set(
        dot(x, y).map((value) => Math.max(0, Math.min(255, Math.round(value)))),
        y * (1 + width * 3) + 1 + x * 3,
      )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8) // eight bits, red green blue
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

// The least a reader opens: catalogue, pages, page, words, font (ISO 32000-1 §7.5).
function paper(lines: readonly string[]): Buffer {
  const shown = lines.map((line, at) => `1 0 0 1 60 ${760 - at * 26} Tm (${pdfText(line)}) Tj`).join('\n')
  const words = `BT /F1 14 Tf\n${shown}\nET`
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ] // prettier-ignore
  let text = '%PDF-1.4\n'
  const places = parts.map((part, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${part}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const pdfText = (line: string): string =>
  line.replaceAll('€', 'EUR').replace(/[’]/g, "'").replace(/[\u202f\u00a0]/g, ' ').replace(/[^\x20-\xff]/g, '').replace(/[\\()]/g, '\\$&') // prettier-ignore
