import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import type { PersonalGuide } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { openState } from '@/domain/guide/hours';
import type { Hall } from '@/domain/guide/reference';
import calendar from '@/generated/calendar';
import { device } from '@/shell/ports';
import { nowInShanghai } from '@/shell/today';
import { findHall } from '../content';
import { onlineText, openText, phoneOf, UNCONFIRMED } from '../words';

const call = async (number: string): Promise<void> => {
  const called = await device.call(number);
  if (!called.ok && called.error === 'failed') device.toast(`没能拨出，请手动拨 ${number}`);
};

type Place = PersonalGuide['places'][number];

function HallCard({
  hall,
  place,
  sure,
}: {
  readonly hall: Hall;
  readonly place: Place['place'];
  readonly sure: boolean;
}) {
  const { location, address } = hall;
  return (
    <View className="place">
      <Text className="place__name">{hall.name}</Text>
      <Text className="place__line">
        {place.window}
        {sure ? '' : '（看情形）'}
      </Text>
      {place.note === undefined ? null : <Text className="quiet place__line">{place.note}</Text>}
      <Text className="place__line">{openText(openState(hall, calendar, nowInShanghai()))}</Text>
      <Text className="quiet place__line">地址：{address === 'pending' ? UNCONFIRMED : address}</Text>
      {location === undefined || address === 'pending' ? null : (
        <Button
          text="看地图"
          icon="pin"
          onTap={() => void device.openMap({ name: hall.name, address, ...location })}
        />
      )}
    </View>
  );
}

/** 去哪办: nothing is claimed open, and no place is put on a map, before its department confirmed it. */
export function Places({ guide, personal }: { readonly guide: Guide; readonly personal: PersonalGuide }) {
  const { online, selfService, post, appointment, crossRegion, consultation, visitReason } = guide.channels;
  const number = phoneOf(consultation);
  const lines = [
    online.names.length > 0
      ? `网上：${onlineText(guide)}${online.note === undefined ? '' : `。${online.note}`}`
      : '',
    selfService === undefined ? '' : `自助：${selfService}`,
    post === undefined ? '' : `邮寄：${post}`,
    visitReason === undefined ? '' : `为什么要到现场：${visitReason}`,
    appointment.kind === 'required' ? `要先预约。${appointment.note ?? ''}` : '',
    appointment.kind === 'optional' ? `可以预约。${appointment.note ?? ''}` : '',
    crossRegion.note === undefined ? '' : `异地办：${crossRegion.note}`,
  ].filter((line) => line !== '');
  return (
    <Section title="去哪办">
      <Card className="stack">
        {lines.map((line) => (
          <Text key={line} className="place__line">
            {line}
          </Text>
        ))}
        {personal.places.map(({ place, sure }) => {
          const hall = findHall(place.hall);
          return hall === undefined ? null : (
            <HallCard key={`${place.hall} ${place.window}`} hall={hall} place={place} sure={sure} />
          );
        })}
        <View className="wrap">
          <Button text={`拨打 ${number} 咨询`} icon="phone" onTap={() => void call(number)} />
        </View>
      </Card>
    </Section>
  );
}
