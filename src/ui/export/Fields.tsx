import { exportDialog as say } from '../messages/en'
import { useDesign, useEditor } from '../session/hooks'
import { Choice, Toggle } from './Choice'
import type { ExportOptions } from './options'

interface FieldsProps {
  readonly options: ExportOptions
  readonly onChange: (change: Partial<ExportOptions>) => void
}

/** Every choice of the export dialog; those that do not apply are not there. */
export function Fields({ options, onChange }: FieldsProps) {
  const hasSelection = useEditor(editor => editor.blocks.size > 0)
  const { source, format, theme, part, scale, isTransparent, hasBadges, hasLegend, hasWaivers, hasNumbers } = options
  const waivers = useDesign(design => Object.keys(design.waivers).length)
  const isDrawn = source === 'drawing'
  return (
    <>
      <Choice
        name={say.picture}
        value={source}
        choices={[
          ['drawing', say.drawn],
          ['screen', say.asOnScreen],
        ]}
        onChange={value => onChange(value === 'screen' ? { source: value, format: 'png' } : { source: value })}
      />
      {isDrawn && (
        <>
          <Choice
            name={say.format}
            value={format}
            choices={[
              ['png', 'PNG'],
              ['svg', 'SVG'],
            ]}
            onChange={value => onChange({ format: value })}
          />
          <Choice
            name={say.theme}
            value={theme}
            choices={[
              ['light', say.light],
              ['dark', say.dark],
            ]}
            onChange={value => onChange({ theme: value })}
          />
          <Choice
            name={say.part}
            value={part}
            choices={[
              ['whole', say.whole],
              ...(hasSelection ? ([['selection', say.selection]] as const) : []),
              ['view', say.view],
            ]}
            onChange={value => onChange({ part: value })}
          />
        </>
      )}
      {format === 'png' && (
        <Choice
          name={say.scale}
          value={scale}
          choices={[
            [1, '1x'],
            [2, '2x'],
            [3, '3x'],
          ]}
          onChange={value => onChange({ scale: value })}
        />
      )}
      {isDrawn && (
        <>
          <Toggle
            name={say.isTransparent}
            isOn={isTransparent}
            onChange={value => onChange({ isTransparent: value })}
          />
          <Toggle name={say.hasLegend} isOn={hasLegend} onChange={value => onChange({ hasLegend: value })} />
          <Toggle name={say.hasNumbers} isOn={hasNumbers} onChange={value => onChange({ hasNumbers: value })} />
          {waivers > 0 && (
            <Toggle name={say.hasWaivers} isOn={hasWaivers} onChange={value => onChange({ hasWaivers: value })} />
          )}
          <Toggle name={say.hasBadges} isOn={hasBadges} onChange={value => onChange({ hasBadges: value })} />
        </>
      )}
    </>
  )
}
