// The door of clocks.
export {}
