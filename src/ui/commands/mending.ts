/** What the commands of `mend-commands.ts` do, in one piece of code: fetched once the diagram is painted. */
export { deleteSelection } from './deleting'
export { spliceSelection } from './splicing'
