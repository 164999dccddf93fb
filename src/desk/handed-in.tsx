// What rooms above hand in to pages of rooms below, when these are first fetched: nothing of it is in what the desk begins with.
import { lazy } from 'react'

const FieldsPanel = lazy(async () => ({ default: (await import('#fields/screens')).FieldsPanel }))
const FirstChoice = lazy(async () => ({ default: (await import('#setups/screens')).FirstChoice }))

export async function customersScreens() {
  const room = await import('#customers/screens')
  room.showPanelsOfCustomer([{ name: 'fields', screen: FieldsPanel }])
  return room
}

export async function welcomeScreens() {
  const room = await import('#channels/screens')
  room.showAfterWelcome(FirstChoice)
  return room
}
