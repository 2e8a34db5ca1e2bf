import { Text } from '@tarojs/components';
import type { Inbox, InboxMessage } from '@/contract/people';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { spoken } from '@/components/spoken';
import { markRead, readInbox } from '@/services/cases';
import { api } from '@/shell/online';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { useRemote, type Remote } from '@/shell/remote';
import { RemoteFault } from '../remote-fault';
import { momentText } from '@/components/moments';

/** One parent holds at most so many rows; older messages are of cases that show them too. */
const SHOWN = 30;

function open({ id, number, about, read }: InboxMessage, { set }: Remote<Inbox>, inbox: Inbox): void {
  if (!read) {
    void markRead(api, id);
    set({
      ...inbox,
      messages: inbox.messages.map((each) => (each.id === id ? { ...each, read: true } : each)),
    });
  }
  if (number === null) return;
  switch (about) {
    case 'entitlement':
      return go('confirm', { id: number });
    case 'certificate':
      return go('certificateCase', { number });
    default:
      return go('case', { number });
  }
}

function Messages({ inbox, remote }: { readonly inbox: Inbox; readonly remote: Remote<Inbox> }) {
  if (inbox.messages.length === 0)
    return <Empty icon="info" title="还没有消息" text="受理、补正、办结都会发到这里。" />;
  return (
    <Card className="card--list">
      {inbox.messages.slice(0, SHOWN).map((message) => (
        <Row
          key={message.id}
          title={message.title}
          detail={`${momentText(message.at)}。${message.body}`}
          {...(message.read ? {} : { note: '未读' })}
          onTap={() => open(message, remote, inbox)}
        />
      ))}
    </Card>
  );
}

export default function InboxPage() {
  const remote = useRemote(() => readInbox(api));
  const { read, again } = remote;
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        消息
      </Text>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? <Messages inbox={read.value} remote={remote} /> : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
    </Screen>
  );
}
