// Two soft notes, made here: no file to load, and nothing sounds unless the visitor turned it on.
let context: AudioContext | undefined

export function chime(): void {
  context ??= new AudioContext()
  const at = context.currentTime
  for (const [place, pitch] of [587.33, 880].entries()) {
    const [note, volume] = [context.createOscillator(), context.createGain()]
    const start = at + place * 0.12
    note.frequency.value = pitch // hertz: D5, A5
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(0.06, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4)
    note.connect(volume).connect(context.destination)
    note.start(start)
    note.stop(start + 0.45)
  }
}
