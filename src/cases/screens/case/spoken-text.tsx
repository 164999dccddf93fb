// Plain text with its addresses made into links, and mentions made visible. Nothing else is interpreted.
import { Fragment, type ReactNode } from 'react'

const LINK = /(https?:\/\/[^\s<>"'«»]+[^\s<>"'«».,;:!?)\]}])/g

export function SpokenText({ text, mentions = [] }: { text: string; mentions?: readonly string[] }): ReactNode {
  return text.split(LINK).map((piece, at) =>
    at % 2 === 1 ? (
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      <Fragment key={at}>{mentions.length > 0 ? <Mentioned text={piece} names={mentions} /> : piece}</Fragment>
    ),
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
