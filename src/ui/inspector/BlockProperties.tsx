import { useState } from 'react'
import { cardContent } from '../../kinds/brief'
import { commonFields, fieldsOf, kindOf } from '../../kinds/index'
import type { Field } from '../../kinds/kind'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { blockSuggestions } from '../../kinds/suggestions'
import { setNotes, setProp } from '../../model/blocks'
import type { Block, Id } from '../../model/design'
import { deleteSelection } from '../commands/deleting'
import { rename } from '../commands/editing'
import { blockPanel as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import { BlockFlows } from './BlockFlows'
import { BlockNumbers } from './BlockNumbers'
import { BriefField } from './BriefField'
import { FieldControl } from './FieldControl'
import styles from './Inspector.module.css'
import { MoreButton } from './MoreButton'
import { NotesField } from './NotesField'
import { PlaceFields } from './PlaceFields'
import { TextField } from './TextField'
import { useChoiceOf } from './use-choices'

/** Everything about one block: name, typed properties with units, notes, its flows and findings. */
export function BlockProperties({ id }: { readonly id: Id }) {
  const session = useSession()
  const block = useDesign(design => design.blocks[id])
  if (!block) return null
  const kind = kindOf(block.kind)
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  const step = card?.step ?? kind.step
  return (
    <>
      <div className={styles.head} data-step={step}>
        <span className={styles.headTile}>
          <Icon name={card?.icon ?? kind.icon} size={18} />
        </span>
        <div>
          <h2 title={block.label}>{block.kind === 'note' ? say.note.title : <bdi>{block.label}</bdi>}</h2>
          <small>
            {block.kind === 'note'
              ? say.note.what
              : say.kind(card?.name ?? kind.name, stepNumber(step), STEP_NAMES[step])}
          </small>
        </div>
        <MoreButton />
      </div>
      <TextField
        label={block.kind === 'note' ? say.note.text : say.name}
        value={block.label}
        isWide={block.kind === 'note'}
        isOneLine={block.kind !== 'note'}
        onChange={text => rename(session, id, text)}
      />
      {card
        ? card.fields.map(key => <BriefField key={key} name={key} />)
        : block.kind !== 'note' && <Fields block={block} />}
      {block.kind !== 'note' && (
        <NotesField value={block.notes ?? ''} onChange={text => session.commit(setNotes(session.design(), id, text))} />
      )}
      {!card && block.kind !== 'note' && <BlockNumbers block={block} />}
      <BlockFlows id={id} />
      <PlaceFields id={id} />
      <OpenFindings id={id} />
      <div className={styles.actions}>
        <Button look="secondary" icon="trash-2" onClick={() => deleteSelection(session)}>
          {say.delete}
        </Button>
      </div>
    </>
  )
}

/** The kind's own fields, then those set of the fields that every block has, the rest behind "More". */
function Fields({ block }: { readonly block: Block }) {
  const session = useSession()
  const asked = useEditor(editor => editor.field)
  const [showsAll, setShowsAll] = useState(false)
  const choiceOf = useChoiceOf()
  const brief = useDesign(design => design.brief.design)
  const fields = fieldsOf(kindOf(block.kind))
  const isCommon = (field: Field) => commonFields.some(one => one.key === field.key)
  const isShown = (field: Field) =>
    showsAll || !isCommon(field) || field.key in block.props || asked === `props.${field.key}`
  const shown = fields.filter(isShown)
  const hidden = fields.length - shown.length
  const unknown = Object.keys(block.props).filter(key => !fields.some(field => field.key === key))
  return (
    <>
      {[...shown, ...unknown.map(freeField)].map(field => (
        <FieldControl
          key={field.key}
          field={field}
          path={`props.${field.key}`}
          value={block.props[field.key]}
          isWide={field.type === 'list'}
          choice={choiceOf(field.key, block.kind)}
          suggestions={blockSuggestions(block.kind, field, brief)}
          onChange={value => session.commit(setProp(session.design(), block.id, field.key, value))}
        />
      ))}
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
          {say.moreProperties(hidden)}
        </button>
      )}
    </>
  )
}

/** A property that this kind does not know: kept as text that a person can read and change. */
function freeField(key: string): Field {
  return { key, label: key, type: 'text', help: say.unknownProperty }
}

function OpenFindings({ id }: { readonly id: Id }) {
  const session = useSession()
  const findings = useAnalysis(analysis => analysis.byId.get(id))
  const [worst] = findings ?? []
  if (!findings || !worst) return null
  return (
    <button
      type="button"
      className={styles.blockFindings}
      onClick={() => session.editor.setState({ tab: 'findings', step: null })}
    >
      <SeverityMark severity={worst.severity} />
      {say.findings(findings.length)}
      <em>{say.showFindings}</em>
    </button>
  )
}
