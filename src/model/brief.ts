import type { About, PropValue, Step } from './design'
import type { Change, Edit } from './edit'

/** Answers a field of the brief; without a value the field is blank again. */
export function setBrief(key: string, to?: PropValue): Edit {
  return { label: 'Change the brief', changes: [setDesign('brief', key, to)] }
}

/** Sets the Markdown notes of a step; an empty text removes them. */
export function setStepNotes(step: Step, notes: string): Edit {
  return { label: 'Change the notes', changes: [setDesign('brief', `notes.${step}`, notes === '' ? undefined : notes)] }
}

/** Sets title, summary or author. An empty summary or author is removed; an empty title stays what it was. */
export function setAbout(key: keyof Omit<About, 'extra'>, to: string): Edit {
  if (key === 'title' && to.trim() === '') return { label: 'Rename the design', changes: [] }
  return {
    label: key === 'title' ? 'Rename the design' : `Change the ${key}`,
    changes: [setDesign('about', key, to === '' ? undefined : to)],
  }
}

function setDesign(table: 'about' | 'brief', path: string, to?: PropValue): Change {
  return { op: 'set', table, id: 'design', path, ...(to === undefined ? {} : { to }) }
}
