import type { ReactNode } from 'react'
import './empty.css'

// Drawings in the language of the mark: an arch, a counter, one amber thing.
const drawings = {
  calm: (
    <>
      <path className="fill" d="M52 96V58a28 28 0 0 1 56 0v38z" />
      <path d="M52 96V58a28 28 0 0 1 56 0v38M30 96h106" />
      <circle className="promise" cx="80" cy="62" r="9" />
      <path d="M80 46v-4M80 82v-4M64 62h-4M100 62h-4M69 51l-3-3M94 76l-3-3M91 51l3-3M66 76l3-3" />
      <path d="M124 82c0-9 1-15 7-20 3 8 0 15-7 20M124 78c-1-6-4-10-9-12 0 6 3 11 9 12M119 82h10l-2 14h-6z" />
    </>
  ),
  search: (
    <>
      <path className="fill" d="M44 44h52v56H44z" />
      <path d="M44 44h52v56H44zM54 58h32M54 68h22M54 78h28" />
      <circle className="promise" cx="98" cy="80" r="15" />
      <circle cx="98" cy="80" r="15" />
      <path d="m109 91 14 14M30 100h26" />
    </>
  ),
  letter: (
    <>
      <path className="fill" d="M42 54h76v44H42z" />
      <path d="M42 54h76v44H42zM43 55l37 27 37-27M28 98h104" />
      <path className="promise" d="M102 40h18v22h-18z" />
      <path d="M102 40h18v22h-18zM108 48h6M108 54h6" />
    </>
  ),
  lost: (
    <>
      <path d="M52 96V58a28 28 0 0 1 56 0v38M30 96h100" />
      <path className="promise" d="M68 92a12 12 0 0 1 24 0z" />
      <path d="M68 92a12 12 0 0 1 24 0zM64 96h32M80 80v-4M76 74h8" />
    </>
  ),
  shut: (
    <>
      <path className="fill" d="M52 92V58a28 28 0 0 1 56 0v34z" />
      <path d="M52 96V58a28 28 0 0 1 56 0v38M30 96h100M53 54h54M52 64h56M52 74h56M52 84h56" />
      <circle className="promise" cx="80" cy="88" r="5" />
      <circle cx="80" cy="88" r="5" />
    </>
  ),
  offline: (
    <>
      <path className="fill" d="M30 66h34v24H30z" />
      <path d="M30 66h34v24H30zM64 73h8M64 83h8M30 78H14M96 66h34v24H96zM96 78h-6M130 78h16" />
      <path className="promise" d="m80 52 5 10h-8z" />
      <path d="m80 46 6 13h-9l6 13" />
    </>
  ),
} as const

export type Drawing = keyof typeof drawings

type Said = { drawing: Drawing; title: string; level?: 1 | 2; children?: ReactNode; action?: ReactNode }

/** What a list says when it holds nothing: what that means, and what one could do next. `level` 1 where it is the whole page. */
export function Empty({ drawing, title, level = 2, children, action }: Said) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className="ui-empty">
      <svg viewBox="0 0 160 120" width="160" height="120" aria-hidden="true">
        {drawings[drawing]}
      </svg>
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
