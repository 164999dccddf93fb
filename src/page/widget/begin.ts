// All the parts of the widget put together, before anything is shown.
import { change, firstState, type Chat } from './chat.ts'
import { askReception, hear, helloOf, watchTabs, watchWorld } from './connect.ts'
import { openDevice } from './device.ts'
import { isSheet, watchMedia } from './dress.ts'
import { Line } from './line.ts'
import { compose, nothingSaid } from './rules/conversation.ts'
import { socketOf, type Site } from './site.ts'

export function begin(site: Site, root: ShadowRoot): Chat {
  const device = openDevice(site.key)
  const line = new Line({
    address: socketOf(site),
    hello: () => helloOf(chat),
    hear: (answer) => hear(chat, answer),
    changed: (state, attempts) =>
      change(chat, { line: state, attempts, conversation: { ...chat.state.conversation, typing: null } }),
  })
  const chat: Chat = {
    site, root, device, line, pictures: null, identity: null, text: '', window: null, underWay: null, tellTabs: () => {}, chime: null, state: firstState(site), changed: () => {},
  } // prettier-ignore
  change(chat, { isKept: device.isKept(), conversation: device.outbox().reduce(compose, nothingSaid) })
  watchMedia(isDark, (matches) => change(chat, { isDarkOutside: matches }))
  watchMedia(isSheet, (matches) => change(chat, { isSheet: matches }))
  watchWorld(chat)
  watchTabs(chat)
  void askReception(chat)
  if (device.isKept()) line.wake() // an answer may have come meanwhile
  return chat
}

const isDark = '(prefers-color-scheme: dark)'
