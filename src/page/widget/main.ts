// The widget's beginning: one element with a shadow root of its own, and one name in the page: window.Guichet.
import { begin } from './begin.ts'
import { putBubble } from './bubble.ts'
import { answerCalls } from './calls.ts'
import { dress, wear } from './dress.ts'
import { readSite } from './site.ts'
import sheet from './style/bubble.css?inline'

const script = document.querySelector<HTMLScriptElement>('script[data-widget]')
const site = readSite(script)

if (site && !document.querySelector('guichet-chat')) {
  const host = document.createElement('guichet-chat')
  const root = host.attachShadow({ mode: 'open' })
  wear(root, sheet)
  const chat = begin(site, root)
  const drawBubble = putBubble(chat)
  let isDue = false
  const draw = (): void => {
    isDue = false
    dress(host, chat)
    drawBubble()
  }
  chat.changed = () => {
    if (!isDue) queueMicrotask(draw)
    isDue = true
  }
  answerCalls(chat)
  chat.changed()
  const settle = (): void => document.body.append(host)
  if (document.body) settle()
  else document.addEventListener('DOMContentLoaded', settle)
}
