import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import type { GuideChange } from '@/domain/guide/changes';

function say(change: GuideChange): string {
  switch (change.kind) {
    case 'materialAdded':
      return `新增材料：${change.name}`;
    case 'materialRemoved':
      return `不再要：${change.name}`;
    case 'promised':
      return '办理时限变了';
    case 'visits':
      return '到现场次数变了';
    case 'charged':
      return '收费变了';
    case 'confirmed':
      return '责任部门确认情况变了';
    case 'note':
      return `${change.on}：${change.what}`;
  }
}

export function Changes({ changes }: { readonly changes: readonly GuideChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Notice kind="info" text="自您上次查看，有变化：">
      {changes.map((change) => (
        <Text key={say(change)} className="changes__line">
          {say(change)}
        </Text>
      ))}
    </Notice>
  );
}
