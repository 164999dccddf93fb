import { useState, type ClipboardEvent, type DragEvent } from 'react'

/** Files dropped on or pasted into what stands inside: spread `catching` over it; `over` while some hover above. */
export function useFileCatch(bring: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const carries = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    over,
    catching: {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => event.currentTarget === event.target && setOver(false),
      onDropCapture: (event: DragEvent) => {
        setOver(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        bring([...event.dataTransfer.files])
      },
      onPasteCapture: (event: ClipboardEvent) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        bring([...event.clipboardData.files])
      },
    },
  }
}
