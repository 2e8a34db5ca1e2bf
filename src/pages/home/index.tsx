import { ScrollView, Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useStore } from 'zustand';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { iconOf } from '@/components/icon/names';
import { Row } from '@/components/row/row';
import { SearchLink } from '@/components/search-link/search-link';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import { Tile } from '@/components/tile/tile';
import reference from '@/generated/reference';
import { guideOf, themeIcon } from '@/shell/catalogue';
import { outbox, signedIn } from '@/shell/online';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { saved } from '@/shell/stores';
import { exampleOfToday } from './example';
import { Greeting } from './greeting';
import './index.scss';

const { mostUsed, news } = reference.home;
const open = (id: string): void => go('guide', { id });

function MostUsed() {
  return (
    <Section title="常办的事">
      <Card className="tiles">
        {mostUsed.map((id) => {
          const guide = guideOf(id);
          return guide === undefined ? null : (
            <Tile
              key={id}
              icon={themeIcon(guide.theme)}
              text={guide.commonName}
              label={guide.name}
              onTap={() => open(id)}
            />
          );
        })}
      </Card>
    </Section>
  );
}

function BenefitsCard() {
  return (
    <Tap
      className="card card--warm benefits-card"
      role="link"
      label="免申即享：看看能领什么，答几个问题就知道；不登录、不上传"
      onTap={() => go('benefits')}
    >
      <Icon name="gift" className="benefits-card__icon" />
      <View className="benefits-card__words">
        <Text className="benefits-card__title">免申即享：看看能领什么</Text>
        <Text className="benefits-card__text">答几个问题就知道；不登录、不上传</Text>
      </View>
    </Tap>
  );
}

function CertificateCard() {
  return (
    <View className="home-certificate">
      <Card className="card--list">
        <Row
          icon="certificate"
          title="企业上市无违规证明"
          detail="27 个部门一次申请，受理后 7 个工作日"
          onTap={() => go('certificate')}
        />
      </Card>
    </View>
  );
}

/** First of all once there is anything: somebody may be waiting for the person. */
function MyCases() {
  const waiting = useStore(outbox.store).entries.length;
  const signed = useStore(signedIn.store) !== undefined;
  if (!signed && waiting === 0) return null;
  const detail = waiting > 0 ? `${waiting} 件等着发出` : '看进度，有没有要您办的';
  return (
    <Card className="card--list home-cases">
      <Row icon="pen" title="我的办件" detail={detail} onTap={() => go('cases')} />
    </Card>
  );
}

function Events({ title, audience }: { readonly title: string; readonly audience: 'person' | 'enterprise' }) {
  const events = reference.lifeEvents.filter(
    (event) => event.audience === audience && event.id !== 'listing',
  );
  return (
    <Section title={title}>
      <ScrollView
        scrollX
        enhanced
        showScrollbar={false}
        className="events"
        {...spoken({ role: 'group', label: title })}
      >
        <View className="events__track">
          {events.map(({ id, name, icon }) => (
            <View key={id} className="events__item">
              <Tile icon={iconOf(icon)} text={name} onTap={() => go('topic', { kind: 'event', id })} />
            </View>
          ))}
        </View>
      </ScrollView>
    </Section>
  );
}

function Kept() {
  const { favourites, recents } = useStore(saved.store);
  if (favourites.length + recents.length === 0) return null;
  const detail = `收藏 ${favourites.length} 项，最近看过 ${recents.length} 项`;
  return (
    <Card className="card--list">
      <Row icon="star" title="我的收藏和最近看过" detail={detail} onTap={() => go('saved')} />
    </Card>
  );
}

export default function HomePage() {
  useShareAppMessage(() => ({ title: '金普民生：办事要带什么，一查就清楚', path: '/pages/home/index' }));
  const example = exampleOfToday();
  return (
    <Screen tab="home">
      <Greeting />
      <SearchLink text={example} label={`搜索想办的事，例如：${example}`} onTap={() => go('search')} />
      <MyCases />
      <MostUsed />
      <BenefitsCard />
      <Events title="人生大事" audience="person" />
      <Events title="开店办企业" audience="enterprise" />
      <CertificateCard />
      <View className="home-more stack">
        <Kept />
        <Card className="card--list">
          <Row
            icon="route"
            title="多件事合并跑一趟"
            detail="选几件事，合成一张材料清单"
            onTap={() => go('trip')}
          />
        </Card>
      </View>
      <Section title="最近更新">
        <Card>
          {news.map(({ on, text }) => (
            <View key={on + text} className="news">
              <Text className="quiet">{on}</Text>
              <Text className="news__text">{text}</Text>
            </View>
          ))}
        </Card>
      </Section>
    </Screen>
  );
}
