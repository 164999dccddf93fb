// What is heard and shown when somebody begins to wait: only where this device was asked to.
import { notifyIfAsked, ringIfAsked } from '#ui/chime'
import { say } from '#ui/words'
import { words } from '../words.ts'

const QUIET_MILLISECONDS = 3_000 // ten at once are one ring
let rang = 0

export function announceWaiting(open: () => void): void {
  const now = Date.now()
  if (now - rang < QUIET_MILLISECONDS) return
  rang = now
  ringIfAsked()
  notifyIfAsked({ title: say(words, 'notified'), text: say(words, 'notifiedText'), tag: 'guichet-chat', open })
}
