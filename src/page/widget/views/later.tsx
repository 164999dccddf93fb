/** @jsxImportSource preact */
// What few visitors ask for is fetched when they do.
import type { ComponentType } from 'preact'
import { alive } from '../alive.ts'

export function later<Props extends object>(fetched: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let there: ComponentType<Props> | null = null
  return alive<Props, { View: ComponentType<Props> | null }>({
    first: () => ({ View: there }),
    view: (props, { View, root }) =>
      View ? (
        <View {...props} />
      ) : (
        <p class="aside" ref={root}>
          …
        </p>
      ),
    mounted: (_, __, { View, set }) => {
      if (View) return
      fetched().then(
        (View) => {
          there = View
          set({ View })
        },
        () => {}, // without a network; asked again when it is next wanted
      )
    },
  })
}
