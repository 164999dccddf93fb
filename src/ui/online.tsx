import { useSyncExternalStore } from 'react'
import { words } from './floor-words.ts'
import { Icon } from './icon.tsx'
import { useLineState } from './live.tsx'
import { useWords } from './words.ts'
import './toast.css'
import './online.css'

export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)

/** Says that the line is down, and goes away when it is healed. Stands once in the frame. */
export function OfflineBanner() {
  const say = useWords(words)
  const online = useOnline()
  const line = useLineState()
  if (online && line !== 'healing') return null
  return (
    <div className="ui-offline" role="status">
      <Icon name="offline" size={18} />
      {online ? (
        say('healing')
      ) : (
        <span>
          <strong>{say('offlineTitle')}</strong> {say('offlineText')}
        </span>
      )}
    </div>
  )
}

function listen(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
