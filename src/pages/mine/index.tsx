import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { go } from '@/shell/ports';
import { Screen, useElder } from '@/shell/screen';
import { reports, saved } from '@/shell/stores';
import './index.scss';

export default function MinePage() {
  const elder = useElder();
  const { favourites, recents } = useStore(saved.store);
  const outside = useStore(reports.store);
  return (
    <Screen tab="mine">
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        我的
      </Text>
      <Text className="lead">查指南不用登录；在线办事时才登录。收藏和勾选只存在这部手机里。</Text>
      <Card className="card--list">
        <Row icon="pen" title="我的办件" detail="进度、补正、结果、评价" onTap={() => go('cases')} />
        <Row
          icon="user"
          title="我的企业"
          detail="能代表哪些企业，授权别人代办"
          onTap={() => go('companies')}
        />
        <Row icon="note" title="草稿" detail="没填完的申请，加密存在手机里" onTap={() => go('drafts')} />
        <Row
          icon="certificate"
          title="上市无违规证明"
          detail="进度、答问题、核验"
          onTap={() => go('certificates')}
        />
        <Row icon="coin" title="兑现进度" detail="免申即享的名单、确认、拨付" onTap={() => go('confirm')} />
        <Row icon="info" title="消息" onTap={() => go('inbox')} />
      </Card>
      <View className="mine__gap" />
      <Card className="card--list">
        <Row
          icon="star"
          title="收藏和最近看过"
          detail={`收藏 ${favourites.length} 项，最近 ${recents.length} 项`}
          onTap={() => go('saved')}
        />
        <Row icon="route" title="多件事合并跑一趟" onTap={() => go('trip')} />
        {outside.length === 0 ? null : (
          <Row
            icon="flag"
            title="清单之外的记录"
            detail={`${outside.length} 条，存在手机里`}
            onTap={() => go('report')}
          />
        )}
      </Card>
      <Section title="设置">
        <Card className="card--list">
          <Row
            icon="text-size"
            title="字号和长辈版"
            note={elder ? '长辈版' : '标准版'}
            onTap={() => go('display')}
          />
          <Row icon="trash" title="清除我的数据" onTap={() => go('data')} />
        </Card>
      </Section>
      <Section title="关于">
        <Card className="card--list">
          <Row icon="shield" title="隐私保护指引" onTap={() => go('document', { id: 'privacy' })} />
          <Row icon="document" title="用户协议" onTap={() => go('document', { id: 'terms' })} />
          <Row icon="info" title="关于本程序与资料来源" onTap={() => go('about')} />
          {WITH_STAFF ? (
            <Row
              icon="eye"
              title="工作人员预览"
              detail="内容报告与各页状态"
              onTap={() => go('staffReport')}
            />
          ) : null}
        </Card>
      </Section>
    </Screen>
  );
}
