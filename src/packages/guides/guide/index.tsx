import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import type { Guide } from '@/domain/guide/guide';
import { useParams } from '@/shell/params';
import { Screen } from '@/shell/screen';
import { findGuide } from '../content';
import { NoGuide } from '../no-guide';
import { usePersonal } from '../personal';
import { Actions, TripButton } from './actions';
import { Changes } from './changes';
import { Details } from './details';
import { Facts } from './facts';
import { Header } from './header';
import { Materials } from './materials';
import { Places } from './places';
import { Situations } from './situations';
import { Steps } from './steps';
import { useVisit } from './visit';
import './index.scss';

function GuideBody({ guide }: { readonly guide: Guide }) {
  const personal = usePersonal(guide);
  const changes = useVisit(guide);
  return (
    <Screen bar={<Actions guide={guide} />}>
      <Header guide={guide} />
      <Changes changes={changes} />
      <Facts guide={guide} personal={personal.guide} />
      <Situations guide={guide} personal={personal} />
      <Materials personal={personal}>
        {guide.channels.online.kind === 'here' ? (
          <View className="wrap materials__trip">
            <TripButton guide={guide} />
          </View>
        ) : null}
      </Materials>
      <Places guide={guide} personal={personal.guide} />
      <Steps guide={guide} />
      <Details guide={guide} personal={personal.guide} />
    </Screen>
  );
}

export default function GuidePage() {
  const params = useParams();
  const guide = findGuide(params['id']);
  useShareAppMessage(() => ({
    title: guide === undefined ? '金普民生：办事指南' : `${guide.commonName}：带什么、去哪办、多久`,
    path: guide === undefined ? '/pages/home/index' : `/packages/guides/guide/index?id=${guide.id}`,
  }));
  return guide === undefined ? <NoGuide /> : <GuideBody guide={guide} />;
}
