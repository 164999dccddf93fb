// That I look at this chat and write in it, told over the live line and kept nowhere: colleagues see it, and the visitor sees the typing.
import { useCallback, useEffect, useRef } from 'react'
import type { CaseId } from '#cases/contract'
import { live, useLineState } from '#ui/live'

const QUIET_MILLISECONDS = 3_000

export function useSayTyping(caseId: CaseId): () => void {
  const line = useLineState()
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (line !== 'open') return
    live.say({ looking: caseId, typing: false })
    return () => {
      clearTimeout(quiet.current)
      quiet.current = undefined
      live.say({ looking: null, typing: false })
    }
  }, [caseId, line])
  return useCallback(() => {
    if (quiet.current === undefined) live.say({ looking: caseId, typing: true })
    clearTimeout(quiet.current)
    quiet.current = setTimeout(() => {
      quiet.current = undefined
      live.say({ looking: caseId, typing: false })
    }, QUIET_MILLISECONDS)
  }, [caseId])
}
