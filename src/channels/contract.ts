// The window of channels, door by door.
export * from './contract/email.ts'
export * from './contract/letters.ts'
export * from './contract/wire.ts'
export * from './contract/widgets.ts'
export * from './contract/form.ts'
export * from './contract/chat.ts'
