import { lazy, Suspense, type Ref } from 'react'
import { Skeleton } from './loading.tsx'

export type Written = { html: string; text: string; empty: boolean }
export type Variable = { name: string; label: string }
export type EditorHandle = {
  focus: () => void
  insertHtml: (html: string) => void
  insertVariable: (variable: Variable) => void
  clear: () => void
}
export type Editing = {
  label: string
  initial?: string // HTML; read once
  placeholder?: string
  variables?: readonly Variable[]
  onChange: (written: Written) => void
  onSend?: () => void // Mod+Enter
  onSlash?: () => void // "/" where a line begins
  headings?: true // an article has them, a letter has not
  autoFocus?: boolean
  ref?: Ref<EditorHandle>
}

const Body = lazy(async () => ({ default: (await import('./editor-body.tsx')).EditorBody }))

/** Writing with a little form. Its weight is fetched when it is first needed. */
export function Editor(editing: Editing) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <Body {...editing} />
    </Suspense>
  )
}
