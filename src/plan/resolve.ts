import type { Design, Id } from '../model/design'
import { readAbout, readBrief } from './about'
import { readBlocks } from './blocks'
import type { Context } from './context'
import { declarationsOf } from './declared'
import { readFlows } from './flows'
import { readGroups } from './groups'
import type { Problems } from './place'
import type { Statement } from './statements'
import { readWaivers } from './waivers'

/** The design that the statements describe. What stays open or contradicts itself becomes a problem and is left out. */
export function resolve(statements: readonly Statement[], meant: ReadonlySet<Id>, problems: Problems): Design {
  const context: Context = { statements, declarations: declarationsOf(statements, problems), meant, problems }
  const flows = readFlows(context)
  return {
    schema: 1,
    about: { design: readAbout(context) },
    brief: { design: readBrief(context) },
    groups: readGroups(context),
    blocks: readBlocks(context),
    flows,
    waivers: readWaivers(context, flows),
  }
}
