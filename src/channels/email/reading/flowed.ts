/**
 * Joins the soft line breaks of format=flowed (RFC 3676 section 4.2): a line that ends in a blank goes on in the next one of the same
 * quote depth. The signature mark "-- " is no soft break. With delsp=yes the blank itself goes.
 */
export function unflow(text: string, delsp: boolean): string {
  const out: string[] = []
  let open: { depth: number; pieces: string[] } | null = null
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    const content = line.slice(depth).replace(/^ /, '')
    const soft = content.endsWith(' ') && content !== '-- '
    const piece = soft && delsp ? content.slice(0, -1) : content
    if (open && open.depth === depth && content !== '-- ') open.pieces.push(piece)
    else {
      if (open) out.push(assemble(open))
      open = { depth, pieces: [piece] }
    }
    if (!soft) {
      out.push(assemble(open))
      open = null
    }
  }
  if (open) out.push(assemble(open))
  return out.join('\n')
}

function assemble({ depth, pieces }: { depth: number; pieces: string[] }): string {
  return `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${pieces.join('')}`
}
