import { sceneOf } from '../../drawing/scene'
import { nameOf } from '../../graph/names'
import type { Stop } from '../../graph/stops'
import { type Design, lookUp } from '../../model/design'
import { inSlices } from '../../rules/in-parts'
import { groupOfNode, nodeOfGroup } from '../canvas/reconcile'
import { elementNames as say } from '../messages/en'
import type { Session } from '../session/session'
import { knownOf } from './known'
import { isSelected } from './selected'

// React Flow makes the elements and lets nobody name them after the fact or give them an id: attributes that it does not
// write itself are set here.

/** The element of a block, flow or room on the canvas; null while it is not drawn. */
export function elementOf(area: Element, { table, id }: Stop): Element | null {
  const name = CSS.escape(table === 'groups' ? nodeOfGroup(id) : id)
  return area.querySelector(`${table === 'flows' ? '.react-flow__edge' : '.react-flow__node'}[data-id="${name}"]`)
}

/**
 * Where an element is to be seen: at its own place, or at the collapsed room that holds it; a flow without a line of its
 * own at the room that holds one of its ends.
 */
export function shownAs(design: Design, stop: Stop): Stop {
  const { hiddenBy } = sceneOf(design)
  const flow = stop.table === 'flows' ? lookUp(design.flows, stop.id) : undefined
  const room = flow ? (hiddenBy(flow.source) ?? hiddenBy(flow.target)) : hiddenBy(stop.id)
  return room === undefined ? stop : { table: 'groups', id: room }
}

/** Marks one element as that which the keyboard stands on, for the ring and for screen readers; null takes the mark away. */
export function mark(session: Session, area: Element, focus: Stop | null): void {
  const root = area.querySelector('.react-flow')
  const stop = focus && shownAs(session.design(), focus)
  const element = stop && elementOf(area, stop)
  for (const old of area.querySelectorAll('[data-focused]')) if (old !== element) old.removeAttribute('data-focused')
  if (!stop || !element) {
    root?.removeAttribute('aria-activedescendant')
    return
  }
  if (element.hasAttribute('data-focused')) return
  element.id ||= `on-canvas-${stop.id}`
  element.setAttribute('data-focused', '')
  setName(session, element, stop)
  root?.setAttribute('aria-activedescendant', element.id)
}

/**
 * Names every element anew whose name is another one by now, the focused one first, in turns between which the page goes
 * on. Returns how to stop it.
 */
export function nameElements(session: Session, area: Element): () => void {
  return inSlices(naming(session, area), () => {}).stop
}

function* naming(session: Session, area: Element): Generator<undefined, void> {
  const all = area.querySelectorAll<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge')
  const elements = [...all].sort((a, b) => Number('focused' in b.dataset) - Number('focused' in a.dataset))
  for (const element of elements) {
    const stop = stopOf(element)
    if (stop) setName(session, element, stop)
    yield
  }
}

function stopOf(element: HTMLElement | SVGElement): Stop | null {
  const id = element.dataset.id
  if (id === undefined) return null
  if (element.matches('.react-flow__edge')) return { table: 'flows', id }
  const room = groupOfNode(id)
  return room === null ? { table: 'blocks', id } : { table: 'groups', id: room }
}

function setName(session: Session, element: Element, stop: Stop): void {
  const name = nameOf(session.design(), stop, knownOf(session, stop))
  if (name === '') return
  write(element, 'aria-label', name)
  write(element, 'aria-roledescription', say.roles[stop.table])
  // A flow is a picture to React Flow, which is right; blocks hold buttons.
  if (stop.table !== 'flows') write(element, 'role', 'group')
  // No role that allows a button inside knows `aria-selected` outside a list: the description says it.
  write(element, 'aria-description', isSelected(session.editor.getState(), stop) ? say.selected : null)
}

/** Writes an attribute where it says something else by now. */
function write(element: Element, attribute: string, value: string | null): void {
  if (element.getAttribute(attribute) === value) return
  if (value === null) element.removeAttribute(attribute)
  else element.setAttribute(attribute, value)
}
