// What a room above asks once the house is named. It may know of channels, channels not of it; the desk hands it in.
import { createElement, type ComponentType, type ReactElement } from 'react'

type After = ComponentType<{ onDone: () => void }>
let after: After | null = null

export const showAfterWelcome = (given: After): void => void (after = given)
export const afterWelcome = (onDone: () => void): ReactElement | null => after && createElement(after, { onDone })
