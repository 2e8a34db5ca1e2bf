import type { SheetData } from '@/components/sheet/sheet-data';
import type { ChecklistItem } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import type { Personal } from '../personal';
import { findHall } from '../content';
import { copiesText, feesText, limitText, onlineText, phoneText, UNCONFIRMED, visitsText } from '../words';

const boxLine = ({ material, status }: ChecklistItem): string => {
  const mark = status === 'undecided' ? `（${material.whenText ?? '看情形'}）` : '';
  return `${material.name}${mark}：${copiesText(material)}`;
};

function whereLines(guide: Guide, { guide: personal }: Personal): string[] {
  const places = personal.places.flatMap(({ place }) => {
    const hall = findHall(place.hall);
    if (hall === undefined) return [];
    const address = hall.address === 'pending' ? `地址${UNCONFIRMED}` : hall.address;
    return [`${hall.name}，${place.window}（${address}）`];
  });
  const online = guide.channels.online.kind === 'none' ? [] : [`网上：${onlineText(guide)}`];
  return [...online, ...places, `咨询：${phoneText(guide.channels.consultation)}`];
}

/** 办事小抄: one page to carry. It holds nothing of the person: neither answers nor ticks are written on it. */
export function noteOf(guide: Guide, personal: Personal, today: string): SheetData {
  const { checklist, time } = personal.guide;
  const carried = checklist.filter(({ status }) => status !== 'waived' && status !== 'notNeeded');
  const waived = checklist.filter(({ status }) => status === 'waived');
  return {
    title: guide.commonName,
    subtitle: guide.name,
    blocks: [
      { title: '带什么', boxes: true, lines: carried.length > 0 ? carried.map(boxLine) : ['不用带材料'] },
      ...(waived.length > 0
        ? [
            {
              title: '不用带（共享数据代替）',
              lines: [waived.map(({ material }) => material.name).join('、')],
            },
          ]
        : []),
      { title: '去哪办', lines: whereLines(guide, personal) },
      {
        title: '心里有数',
        lines: [`多久：${limitText(time.limit)}`, `收费：${feesText(guide)}`, `跑几次：${visitsText(guide)}`],
      },
      {
        title: '到了窗口这样说',
        lines: [`您好，我来办“${guide.name}”。`, '请问材料齐不齐，什么时候能办好？'],
      },
    ],
    foot: `金普民生（非官方演示）· ${today} · 资料整理版，未经责任部门确认`,
  };
}
