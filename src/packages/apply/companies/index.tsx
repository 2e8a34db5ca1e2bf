import { Text, View } from '@tarojs/components';
import type { Companies, Grant } from '@/contract/companies';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { showDate } from '@/domain/form/kinds/dates';
import { listCompanies, revokeGrant } from '@/services/companies';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';
import { device } from '@/shell/ports';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { RemoteFault } from '../remote-fault';
import { GrantForm } from './grant-form';

type Company = Companies['companies'][number];

const STATES: Readonly<Record<Grant['state'], string>> = {
  coming: '还没开始',
  valid: '有效',
  ended: '已到期',
  revoked: '已撤销',
};

const standingText = ({ as, until }: Company): string =>
  as === 'legalRepresentative' ? '您是法定代表人' : `受托代办，到 ${until === null ? '' : showDate(until)}`;

function CompanyLine({ company }: { readonly company: Company }) {
  const { name, creditCode, source, on } = company;
  return (
    <View>
      <Text>{name}</Text>
      <Text className="field__note">{standingText(company)}</Text>
      <Text className="field__note">
        {creditCode}，来自{source}（{on}）
      </Text>
    </View>
  );
}

async function askAndRevoke({ id, name, companyName }: Grant): Promise<boolean> {
  const agreed = await device.confirm({
    title: `撤销给${name}的授权？`,
    text: `撤销后马上不能再替${companyName}办事，已经交的申请还在。`,
    yes: '撤销',
    no: '先不撤',
  });
  if (!agreed) return false;
  const done = await revokeGrant(api, id);
  device.toast(done.ok ? '已撤销' : faultWords(done.error, '授权没有变。'));
  return done.ok;
}

function GrantLine({ grant, onRevoked }: { readonly grant: Grant; readonly onRevoked: () => void }) {
  const { name, maskedIdNo, companyName, from, until, state } = grant;
  const isLive = state === 'valid' || state === 'coming';
  return (
    <View className="stack">
      <View>
        <Text>
          {name} {maskedIdNo}
        </Text>
        <Text className="field__note">
          {companyName}，{showDate(from)}到{showDate(until)}，{STATES[state]}
        </Text>
      </View>
      {isLive ? (
        <Button
          text="撤销"
          label={`撤销给${name}的授权`}
          onTap={() => void askAndRevoke(grant).then((done) => done && onRevoked())}
        />
      ) : null}
    </View>
  );
}

function Mine({ mine, onChange }: { readonly mine: Companies; readonly onChange: () => void }) {
  const { companies, grants, demo } = mine;
  const led = companies.filter(({ as }) => as === 'legalRepresentative');
  return (
    <>
      {demo ? <Notice text="演示数据：企业都是虚构的。" /> : null}
      {companies.length === 0 ? (
        <Empty
          icon="certificate"
          title="没有您能代表的企业"
          text="法定代表人以电子营业执照为准；别人办，要法定代表人先在这里授权。"
        />
      ) : (
        <Card className="stack">
          {companies.map((company) => (
            <CompanyLine key={company.creditCode} company={company} />
          ))}
        </Card>
      )}
      {grants.length === 0 ? null : (
        <Section title="您给的授权">
          <Card className="stack">
            {grants.map((grant) => (
              <GrantLine key={grant.id} grant={grant} onRevoked={onChange} />
            ))}
          </Card>
        </Section>
      )}
      {led.length === 0 ? null : <GrantForm companies={led} onGiven={onChange} />}
    </>
  );
}

/** Companies that the person may act for, and whom a legal representative lets act. */
export default function CompaniesPage() {
  const { read, again } = useRemote(() => listCompanies(api));
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        我的企业
      </Text>
      <Text className="lead">
        替企业办事，要是法定代表人，或有法定代表人写明起止日期的授权。每次都按最新的执照核对。
      </Text>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? <Mine mine={read.value} onChange={again} /> : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
    </Screen>
  );
}
