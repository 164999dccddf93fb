// That I look at something and write in it, told over the live line and kept nowhere: colleagues see it, and the visitor of a chat sees the typing.
import { useCallback, useEffect, useRef } from 'react'
import { live, useLineState } from './live.tsx'

/** Says that one writes here; after so long without another word, that one does not any more. */
export function useSayTyping(looking: string, quiet_milliseconds: number): () => void {
  const line = useLineState()
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (line !== 'open') return
    live.say({ looking, typing: false })
    return () => {
      clearTimeout(quiet.current)
      quiet.current = undefined
      live.say({ looking: null, typing: false })
    }
  }, [looking, line])
  return useCallback(() => {
    if (quiet.current === undefined) live.say({ looking, typing: true })
    clearTimeout(quiet.current)
    quiet.current = setTimeout(() => {
      quiet.current = undefined
      live.say({ looking, typing: false })
    }, quiet_milliseconds)
  }, [looking, quiet_milliseconds])
}
