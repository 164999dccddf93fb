// The draft as it is being written, kept by the server a moment after each pause. Somebody else's change is never overwritten: the server refuses,
// and the page says so.
import { useEffect, useRef, useState } from 'react'
import { send } from '#ui/api'
import { refetch } from '#ui/query'
import { getForm, listForms, patchForm, type Definition, type Form } from '../../contract.ts'

const PAUSE_MILLISECONDS = 700
export type Kept = {
  draft: Definition
  version: number
  state: 'kept' | 'waiting' | 'keeping'
  error: Error | null
  change: (draft: Definition) => void
}

export function useKeptDraft(form: Form): Kept {
  const [draft, setDraft] = useState(form.draft)
  const [state, setState] = useState<Kept['state']>('kept')
  const [error, setError] = useState<Error | null>(null)
  const version = useRef(form.version)
  const [shown, setShown] = useState(form.version)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    if (state !== 'kept' || form.version <= version.current) return
    version.current = form.version // published or closed here
    setShown(form.version)
  }, [form.version, state])
  const keep = async (wanted: Definition) => {
    timer.current = null
    setState('keeping')
    try {
      const { version: next } = await send(patchForm, { id: form.id, version: version.current, draft: wanted }, {})
      version.current = next
      setShown(next)
      setError(null)
      await refetch(getForm, listForms)
      if (timer.current === null) setState('kept')
    } catch (failed) {
      setError(failed as Error) // send throws errors only
      setState('waiting')
    }
  }
  const change = (next: Definition) => {
    setDraft(next)
    setState('waiting')
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(next), PAUSE_MILLISECONDS)
  }
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return { draft, version: shown, state, error, change }
}
