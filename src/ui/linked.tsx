import { Fragment, type ReactNode } from 'react'

const LINK = /(https?:\/\/[^\s<>"'«»]+[^\s<>"'«».,;:!?)\]}])/g

/** Plain text with its addresses made into links; nothing else is interpreted. `rest` draws what stands between them. */
export function Linked({ text, rest }: { text: string; rest?: (piece: string) => ReactNode }): ReactNode {
  return text.split(LINK).map((piece, at) =>
    at % 2 === 1 ? (
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      <Fragment key={at}>{rest ? rest(piece) : piece}</Fragment>
    ),
  )
}
