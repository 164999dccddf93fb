// Files dragged over the conversation are let fall into the message being written.
import type { Chat } from '../chat.ts'
import { speaking } from '../words/speak.ts'

export function watchDrops(chat: Chat, panel: HTMLElement, take: (files: readonly File[]) => void): void {
  panel.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files') || chat.state.view !== 'thread') return
    event.preventDefault()
    panel.dataset['drop'] = speaking(chat.state.language)('dropHere') // shown by files.css
  })
  panel.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) delete panel.dataset['drop']
  })
  panel.addEventListener('drop', (event) => {
    event.preventDefault()
    delete panel.dataset['drop']
    take([...(event.dataTransfer?.files ?? [])])
  })
}
