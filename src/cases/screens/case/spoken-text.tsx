// Plain text with its addresses made into links, and mentions made visible. Nothing else is interpreted.
import type { ReactNode } from 'react'
import { Linked } from '#ui/linked'

export function SpokenText({ text, mentions = [] }: { text: string; mentions?: readonly string[] }): ReactNode {
  return mentions.length > 0 ? (
    <Linked text={text} rest={(piece) => <Mentioned text={piece} names={mentions} />} />
  ) : (
    <Linked text={text} />
  )
}

function Mentioned({ text, names }: { text: string; names: readonly string[] }): ReactNode {
  const pattern = new RegExp(`(@(?:${names.map((name) => RegExp.escape(name)).join('|')}))`, 'gu')
  return text.split(pattern).map((piece, at) =>
    at % 2 === 1 ? (
      <mark key={at} className="cases-mention">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
