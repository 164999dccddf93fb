// The room of hand-overs brings the dialog (the brief it composed, the terms, the word to the customer); the desk hands it in.
import type { ComponentType } from 'react'
import type { PersonId } from '#base/contract'
import type { Case, HandOver } from '../../contract.ts'

export type HandOverScreens = {
  dialog?: ComponentType<{ found: Case; open: true; onClose: () => void; to?: PersonId }> // lazy
  top?: ComponentType<{ found: Case; me: string | undefined }> // on top of the case: the offer that waits, or the brief of the one that was accepted
  offer?: ComponentType<{ found: Case; offer: HandOver; me: string | undefined }> // instead of the banner of an offer that waits
}

let screens: HandOverScreens = {}
export const showHandOverScreens = (given: HandOverScreens): void => void (screens = given)
export const handOverScreens = (): HandOverScreens => screens
