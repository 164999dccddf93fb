// What few visitors ask for, in files of their own: fetched when it is wanted, or once the window stands and there is nothing else to do.
import type { Chat } from '../chat.ts'
import { wear } from '../dress.ts'
import { teach, type Words } from '../words/speak.ts'

type Brought = { words: Words; sheet: string } // with the views, what they say and how they look
export type Extra<Module> = { there: () => Module | null; fetch: (chat: Chat) => Promise<Module> }

export const forms = extra(() => import('./forms.ts'))
export const files = extra(() => import('./files.ts'))
export const emoji = extra(() => import('./emoji-picker.tsx'))

/** So that nobody waits, and all is there should the network go. */
export async function fetchAtLeisure(chat: Chat): Promise<void> {
  await new Promise<unknown>((go) => ('requestIdleCallback' in globalThis ? requestIdleCallback(go) : setTimeout(go))) // Safari has no idle moments
  await Promise.allSettled([forms, files, emoji].map((each) => each.fetch(chat))) // asked again when it is wanted
}

function extra<Module extends Brought>(load: () => Promise<Module>): Extra<Module> {
  let there: Module | null = null
  return {
    there: () => there,
    fetch: async ({ root }) => {
      const module = await load()
      if (there === null) {
        teach(module.words)
        wear(root, module.sheet)
      }
      return (there = module)
    },
  }
}
