import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/names';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { TagKind } from '@/components/tag/tag';
import { Tap } from '@/components/tap/tap';
import type { CertificateDetail } from '@/contract/certificate';
import { COLUMN_ACTIONS } from '@/domain/certificate/actions';
import { showDate } from '@/domain/form/kinds/dates';
import { departmentName } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { COLUMN_TAGS } from '../words';
import { boardText, columnWord } from './words';

type Column = CertificateDetail['board'][number];

const ICONS: Readonly<Record<TagKind, IconName>> = {
  plain: 'clock',
  done: 'check',
  wait: 'info',
  stop: 'warning',
};

function kindOf({ state, overdue }: Column): TagKind {
  return overdue ? 'stop' : COLUMN_TAGS[state];
}

/** Who does it, until when, and why it waits. */
function Details({
  column,
  number,
  mayUrge,
}: {
  readonly column: Column;
  readonly number: string;
  readonly mayUrge: boolean;
}) {
  const { department, holder, since, due, reason, urged, state } = column;
  const lines = [
    holder === department ? '' : `改由${departmentName(holder)}承办`,
    since === null ? '' : `${showDate(since)}派到`,
    due === null ? '' : `${showDate(due)}前答复`,
    reason ?? '',
    urged === 0 ? '' : `催办过 ${urged} 次`,
  ].filter((line) => line !== '');
  return (
    <View className="column__more">
      <Text className="quiet">{lines.length === 0 ? '还没有派到' : lines.join('；')}</Text>
      {mayUrge && COLUMN_ACTIONS.urged.includes(state) ? (
        <Button
          text="催办"
          label={`催办${departmentName(department)}`}
          onTap={() => go('certificateAct', { number, kind: 'urged', department })}
        />
      ) : null}
    </View>
  );
}

/** The departments as a grid of names, each with its word and its drawing; a tap tells more of one. */
export function Board({ detail }: { readonly detail: CertificateDetail }) {
  const [open, setOpen] = useState<string>();
  const { board, number, allowed } = detail;
  return (
    <Section title={`${board.length} 个部门`}>
      <Text className="lead">{boardText(board)}。点一个部门看承办和期限。</Text>
      <View className="columns" {...spoken({ role: 'group', label: '各部门到哪一步' })}>
        {board.map((column) => {
          const { department } = column;
          const kind = kindOf(column);
          const word = columnWord(column);
          const isOpen = open === department;
          return (
            <View key={department} className={`column column--${kind}${isOpen ? ' column--open' : ''}`}>
              <Tap
                className="column__head"
                label={`${departmentName(department)}，${word}`}
                expanded={isOpen}
                onTap={() => setOpen(isOpen ? undefined : department)}
              >
                <Text className="column__name">{departmentName(department)}</Text>
                <View className="column__state">
                  <Icon name={ICONS[kind]} className="column__icon" />
                  <Text>{word}</Text>
                </View>
              </Tap>
              <View>
                {isOpen ? (
                  <Details column={column} number={number} mayUrge={allowed.includes('urged')} />
                ) : null}
              </View>
            </View>
          );
        })}
      </View>
    </Section>
  );
}
