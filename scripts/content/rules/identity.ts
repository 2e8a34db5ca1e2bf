/** Rules 10, 17–20: who it is for, how fresh it is, names and numbers. */
import { compareDates, dateOf, daysBetween } from '@/domain/shared/civil-date';
import { when, type Rule } from './rule';

const REVIEW_EVERY_DAYS = 180;
const lengthOf = (text: string): number => [...text].length;
const outside = (text: string, least: number, most: number): boolean =>
  lengthOf(text) < least || lengthOf(text) > most;

export const identityRules: readonly Rule[] = [
  {
    id: '10-audience',
    check: ({ audience, theme }, { library }) => {
      const fits = library.themes.find(({ id }) => id === theme)?.audience ?? [];
      return audience.flatMap((who) =>
        when(
          !fits.includes(who === 'selfEmployed' ? 'enterprise' : who),
          'audience',
          `主题 ${theme} 不面向 ${who},请核对主题或服务对象`,
        ),
      );
    },
  },
  {
    id: '17-review',
    check: ({ freshness }, { today }) => {
      const readOn = dateOf(freshness.confirmedOn ?? freshness.sourceReadOn);
      const reviewBy = dateOf(freshness.reviewBy);
      return [
        ...when(
          daysBetween(readOn, reviewBy) > REVIEW_EVERY_DAYS,
          'freshness.reviewBy',
          `复核日不能晚于资料日期后 ${REVIEW_EVERY_DAYS} 天`,
        ),
        ...when(
          (freshness.confirmedBy === undefined) !== (freshness.confirmedOn === undefined),
          'freshness.confirmedBy',
          '确认单位和确认日期要么都写,要么都不写',
        ),
        ...when(
          compareDates(reviewBy, readOn) <= 0,
          'freshness.reviewBy',
          '复核日要晚于资料日期(或部门确认日期)',
        ),
        ...(compareDates(today, reviewBy) > 0
          ? [{ path: 'freshness.reviewBy', message: '已过复核日,请重新核对', level: 'warning' } as const]
          : []),
      ];
    },
  },
  {
    id: '18-lengths',
    check: ({ name, commonName, summary, conditions }) => [
      ...when(outside(name, 4, 40), 'name', '名称 4–40 个字'),
      ...when(outside(commonName, 2, 14), 'commonName', '短名称 2–14 个字'),
      ...when(outside(summary, 15, 60), 'summary', '一句话说明 15–60 个字'),
      ...conditions.flatMap(({ text }, i) =>
        when(lengthOf(text) > 80, `conditions[${i}].text`, '每条条件不超过 80 个字,请拆开'),
      ),
    ],
  },
  {
    id: '19-online',
    check: ({ id, depth, channels }, { onlineIds, formIds }) => [
      ...when(
        (depth === 'online') !== onlineIds.has(id),
        'depth',
        '掌上办(depth: online)与 online-items.yaml 的 33 项一一对应',
      ),
      ...when(
        (depth === 'online') !== (channels.online.kind === 'here'),
        'channels.online.kind',
        '掌上办的 channels.online.kind 是 here,其余是 external 或 none',
      ),
      ...when(formIds.size > 0 && depth === 'online' && !formIds.has(id), 'id', '掌上办事项缺表单'),
    ],
  },
  {
    id: '20-identity',
    check: (guide, { library }) => {
      const { id, materials, situations } = guide;
      return [
        ...when(library.guides.get(id) !== guide, 'id', 'id 须与文件名相同'),
        ...when(new Set(materials.map((m) => m.id)).size !== materials.length, 'materials', '材料编号重复'),
        ...when(
          new Set(situations.map((s) => s.id)).size !== situations.length,
          'situations',
          '情形编号重复',
        ),
        ...situations.flatMap(({ options }, i) =>
          when(
            new Set(options.map((option) => option.id)).size !== options.length,
            `situations[${i}].options`,
            '选项编号重复',
          ),
        ),
      ];
    },
  },
];
