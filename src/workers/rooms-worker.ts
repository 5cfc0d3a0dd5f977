import type { Parts } from '../layout/parts'
import type { Placement } from '../layout/placement'
import { drawInRooms } from '../layout/rooms/rooms-engine'

/** What the worker says: each placement that is better than the one before, and at last that it is done. */
export type RoomsAnswer = { readonly placement: Placement } | 'done'

/** Takes the parts of a design; answers for as long as it finds better drawings of them. */
addEventListener('message', (event: MessageEvent<Parts>) => {
  const answer = (message: RoomsAnswer) => postMessage(message)
  let last: Placement | null = null
  for (const placement of drawInRooms(event.data)) {
    if (placement && placement !== last) answer({ placement })
    last = placement
  }
  answer('done')
})
