import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import { spoken } from '../spoken';
import './fields.scss';

export interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly why?: string;
  readonly help?: string;
  /** What is wrong and how to mend it. */
  readonly error?: string;
  /** Where a value that is already there came from. */
  readonly source?: string;
  readonly children: ReactNode;
}

/**
 * What surrounds every field: its name, why it is asked, how to answer, and above all what is wrong with it.
 *
 * The error has a box of its own that is always there: Taro sends all children of a parent anew when one comes or goes
 * among them, and with them the text of an input in which somebody may be typing.
 */
export function FieldFrame({
  id,
  label,
  optional = false,
  why,
  help,
  error,
  source,
  children,
}: FieldFrameProps) {
  return (
    <View id={id} className={`field${error === undefined ? '' : ' field--wrong'}`}>
      <Text className="field__label">{optional ? `${label}（选填）` : label}</Text>
      {why === undefined ? null : <Text className="field__note">{why}</Text>}
      {help === undefined ? null : <Text className="field__note">{help}</Text>}
      <View>
        {error === undefined ? null : (
          <View className="field__error" {...spoken({ role: 'alert', live: 'assertive' })}>
            <Icon name="warning" className="field__sign" />
            <Text>{error}</Text>
          </View>
        )}
      </View>
      {children}
      {source === undefined ? null : <Text className="field__note field__note--source">{source}</Text>}
    </View>
  );
}
