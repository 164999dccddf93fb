// What is heard and shown when somebody begins to wait: only where this device was asked to.
import { say } from '#ui/words'
import { remembered } from '../remembered.ts'
import { words } from '../words.ts'

export const SOUND = 'chats.bell.sound'
export const DESKTOP = 'chats.bell.desktop'
const QUIET_MILLISECONDS = 3_000 // ten at once are one ring
let rang = 0
let room: AudioContext | null = null

export function announceWaiting(open: () => void): void {
  const now = Date.now()
  if (now - rang < QUIET_MILLISECONDS) return
  rang = now
  if (remembered(SOUND, false)) ring()
  if (
    !remembered(DESKTOP, false) ||
    document.hasFocus() ||
    !('Notification' in globalThis) ||
    Notification.permission !== 'granted'
  )
    return
  const shown = new Notification(say(words, 'notified'), { body: say(words, 'notifiedText'), tag: 'guichet-chat' })
  shown.onclick = () => {
    focus()
    shown.close()
    open()
  }
}

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
