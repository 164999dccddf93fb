/** @jsxImportSource preact */
// A view that comes with an extra: until it is there, three dots.
import type { ComponentType } from 'preact'
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import type { Extra } from './extras.ts'

export function later<Module, Props extends { chat: Chat }>(
  extra: Extra<Module>,
  viewOf: (module: Module) => ComponentType<Props>,
): ComponentType<Props> {
  return alive<Props, object>({
    first: () => ({}),
    mounted: (_, { chat }, { set }) => {
      extra.fetch(chat).then(
        () => set({}),
        () => {}, // without a network; asked again when it is next wanted
      )
    },
    view: (props, { root }) => {
      const module = extra.there()
      if (module === null)
        return (
          <p class="aside" ref={root}>
            …
          </p>
        )
      const View = viewOf(module)
      return <View {...props} />
    },
  })
}
