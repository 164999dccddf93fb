// What this device was asked to do when something comes that does not wait: ring, show a notification. Neither is done unasked.
import { remembered } from './remembered.ts'

export const SOUND = 'chats.bell.sound'
export const DESKTOP = 'chats.bell.desktop'
let room: AudioContext | null = null

/** Two soft notes, made here: no file is fetched. Browsers allow it once somebody has touched the page. */
export function ring(): void {
  room ??= new AudioContext()
  const sounds = room
  const from = sounds.currentTime
  for (const [hertz, at] of [
    [659, 0],
    [880, 0.14],
  ] as const) {
    const [note, volume] = [sounds.createOscillator(), sounds.createGain()]
    note.frequency.value = hertz
    volume.gain.setValueAtTime(0, from + at)
    volume.gain.linearRampToValueAtTime(0.12, from + at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + at + 0.45)
    note.connect(volume).connect(sounds.destination)
    note.start(from + at)
    note.stop(from + at + 0.5)
  }
}

const QUIET_MILLISECONDS = 3_000 // what is announced in two ways, or ten at once, is one ring
let rang = -QUIET_MILLISECONDS

export function ringIfAsked(): void {
  const now = performance.now()
  if (!remembered(SOUND, false) || now - rang < QUIET_MILLISECONDS) return
  rang = now
  ring()
}

type Shown = { title: string; text: string; tag: string; open: () => void }

/** A notification of the system, where this device was asked to, may, and nobody looks at the desk. Gives back what takes it away. */
export function notifyIfAsked({ title, text, tag, open }: Shown): () => void {
  const may = 'Notification' in globalThis && Notification.permission === 'granted'
  if (!may || !remembered(DESKTOP, false) || document.hasFocus()) return () => {}
  const shown = new Notification(title, { body: text, tag })
  shown.onclick = () => {
    focus()
    shown.close()
    open()
  }
  return () => shown.close()
}
