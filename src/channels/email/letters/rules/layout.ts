// A letter as blocks, written twice: as plain text, and as plain HTML that says the same. Pure.
export type Block =
  | { kind: 'line'; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'prose'; text: string } // what somebody wrote, line by line
  | { kind: 'quote'; head: string; text: string }
  | { kind: 'list'; head: string; items: readonly string[] }
  | { kind: 'link'; text: string; address: string }
  | { kind: 'foot'; text: string }

export function layOut(blocks: readonly Block[]): { text: string; html: string } {
  return { text: `${blocks.map(asText).join('\n\n')}\n`, html: blocks.map(asHtml).join('') }
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'line':
    case 'title':
    case 'prose':
      return block.text
    case 'quote':
      return [block.head, ...block.text.split('\n').map((line) => `    ${line}`.trimEnd())].join('\n')
    case 'list':
      return [block.head, ...block.items.map((item) => `  - ${item}`)].join('\n')
    case 'link':
      return `${block.text}\n${block.address}`
    case 'foot':
      return `-- \n${block.text}` // RFC 3676 §4.3: what stands below is a signature, and folded away in answers
  }
}

function asHtml(block: Block): string {
  switch (block.kind) {
    case 'line':
      return `<p>${escaped(block.text)}</p>`
    case 'title':
      return `<p><strong>${escaped(block.text)}</strong></p>`
    case 'prose':
      return `<p>${lines(block.text)}</p>`
    case 'quote':
      return `<p>${escaped(block.head)}</p><blockquote style="margin:0 0 1em 0;border-left:2px solid #ccc;padding-left:1em">${lines(block.text)}</blockquote>`
    case 'list':
      return `<p>${escaped(block.head)}</p><ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'link':
      return `<p>${escaped(block.text)}<br><a href="${escaped(block.address)}">${escaped(block.address)}</a></p>`
    case 'foot':
      return `<p>-- <br>${lines(block.text)}</p>`
  }
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!) // only those four are matched
