import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Choice } from '@/components/choice/choice';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { spoken } from '@/components/spoken';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';
import { faultWords } from '@/services/fault-words';
import { signedIn } from '@/shell/online';
import { go } from '@/shell/ports';
import { useCompanies, type Company } from '../companies';
import { DateAt, LineAt, RegionAt, YesNoAt } from '../fields';
import type { Filling, Wrong } from '../filling';
import { work } from '../work';

function take(company: Company): void {
  const { creditCode, name, legalRepresentative, capitalCents, established, address, industry, district } =
    company;
  work.chosen('byAgent', company.as === 'agent');
  work.chosen('company', {
    ...{ creditCode, name, legalRepresentative, capitalCents, established, address, industry, district },
    source: `来自${company.source}，${showDate(company.on)}`,
  });
}

/** Licences that the person may act for; what is taken over can still be changed. */
function Licences({ onTaken }: { readonly onTaken: () => void }) {
  const session = useStore(signedIn.store);
  const read = useCompanies();
  const chosen = work.current('company.creditCode');
  if (session === undefined)
    return (
      <Row
        icon="user"
        title="先登录，用电子营业执照填"
        detail="只有法定代表人或得到授权的人能替公司申请"
        onTap={() => go('signIn')}
      />
    );
  if (read === undefined) return <Text className="quiet">正在读执照信息…</Text>;
  if (!read.ok)
    return <Notice kind="wait" text={`没取到执照信息：${faultWords(read.error, '可以自己填。')}`} />;
  const { companies } = read.value;
  if (companies.length === 0)
    return (
      <Notice kind="wait" text="您名下没有可以代办的公司：请法定代表人登录，或请他先授权给您。">
        <Button text="看我的公司和授权" onTap={() => go('companies')} />
      </Notice>
    );
  return (
    <View {...spoken({ role: 'radiogroup', label: '替哪家公司申请' })}>
      {companies.map((company) => (
        <Choice
          key={company.creditCode}
          text={company.name}
          hint={company.as === 'agent' ? '您是得到授权的经办人' : '您是法定代表人'}
          chosen={company.creditCode === chosen}
          onTap={() => {
            take(company);
            onTaken();
          }}
        />
      ))}
    </View>
  );
}

export function CompanyPart({
  filling: { hints },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  // Another number makes the fields read the draft anew.
  const [turn, setTurn] = useState(0);
  const source = work.current('company.source');
  const from = typeof source === 'string' ? { source } : {};
  const at = (key: string) => ({ place: `company.${key}`, wrong });
  return (
    <View>
      <Licences onTaken={() => setTurn(turn + 1)} />
      <View key={turn}>
        <LineAt {...at('creditCode')} {...from} label="统一社会信用代码" kind="code" />
        <LineAt {...at('name')} label="公司名称" />
        <LineAt {...at('legalRepresentative')} label="法定代表人" />
        <LineAt {...at('capitalCents')} label="注册资本" kind="money" unit="元" />
        <DateAt {...at('established')} label="成立日期" />
        <LineAt {...at('address')} label="住所" />
        <LineAt
          {...at('industry')}
          label="行业代码"
          help="国民经济行业分类（GB/T 4754）的一个字母加 2 到 4 位数字，统计登记上有，例如 G55。"
        />
        <RegionAt
          {...at('district')}
          label="现在注册在哪个区县"
          help={`金普新区的代码是 ${reference.parameters.district}。`}
          initial={reference.parameters.district}
        />
        <YesNoAt
          place="byAgent"
          wrong={wrong}
          label="谁来办"
          no="法定代表人本人"
          yes="经办人，要交授权委托书"
        />
      </View>
      <View>
        {hints
          .filter(({ place }) => place.startsWith('company'))
          .map(({ say }) => (
            <Notice key={say} kind="wait" text={say} />
          ))}
      </View>
      <View className="field__line">
        <Button text="执照上写错了，去哪改" kind="plain" onTap={() => go('search', { q: '营业执照变更' })} />
      </View>
    </View>
  );
}
