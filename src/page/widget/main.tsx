/** @jsxImportSource preact */
// The widget's beginning: one element with a shadow root of its own, and one name in the page: window.Guichet.
import { render } from 'preact'
import { begin } from './begin.ts'
import { answerCalls } from './calls.ts'
import { dress, wear } from './dress.ts'
import { readSite } from './site.ts'
import sheet from './style/bubble.css?inline'
import { App } from './views/app.tsx'

const script = document.querySelector<HTMLScriptElement>('script[data-widget]')
const site = readSite(script)

if (site && !document.querySelector('guichet-chat')) {
  const host = document.createElement('guichet-chat')
  const root = host.attachShadow({ mode: 'open' })
  wear(root, sheet)
  const chat = begin(site, root)
  let isDue = false
  const draw = (): void => {
    isDue = false
    dress(host, chat)
    render(<App chat={chat} />, root)
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
