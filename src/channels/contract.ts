// The window of channels, door by door.
export * from './contract/email.ts'
export * from './contract/wire.ts'
