import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { anchorOf } from '@/components/fields/values';
import { Later } from '@/components/later/later';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { Tick } from '@/components/tick/tick';
import type { ListingDepartment } from '@/domain/certificate/reference';
import reference from '@/generated/certificate/reference';
import { departmentName } from '@/shell/catalogue';
import { all, core, fieldNames } from '../facts';
import type { Filling, Wrong } from '../filling';
import { work } from '../work';

function Department({
  department: { id, core: isCore },
  chosen,
}: {
  readonly department: ListingDepartment;
  readonly chosen: readonly string[];
}) {
  const ticked = chosen.includes(id);
  const next = ticked ? chosen.filter((each) => each !== id) : [...chosen, id];
  return (
    <Tick
      title={departmentName(id)}
      detail={fieldNames.get(id) ?? ''}
      {...(isCore ? { mark: '核心' } : {})}
      ticked={ticked}
      onTap={() => work.chosen('departments', next)}
    />
  );
}

const HALF = 14;

export function Departments({
  filling: { application, hints },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const chosen = application.departments;
  const narrowed = chosen.length < all.length;
  const confirmed = application.scopeConfirmed;
  const said = (place: string): { error: string } | undefined => {
    const found = wrong.find((each) => each.place === place);
    return found === undefined ? undefined : { error: found.say };
  };
  const belowCore = hints.find(({ place, say }) => place === 'departments' && say.includes('核心'));
  return (
    <View className="stack">
      <View className="wrap">
        <Button text="全选 27 个" onTap={() => work.chosen('departments', undefined)} />
        <Button text={`只选核心 ${core.length} 个`} onTap={() => work.chosen('departments', core)} />
      </View>
      <Card>
        <FieldFrame id={anchorOf('departments')} label={`已选 ${chosen.length} 个`} {...said('departments')}>
          <View {...spoken({ role: 'group', label: '部门' })}>
            {reference.departments.slice(0, HALF).map((department) => (
              <Department key={department.id} department={department} chosen={chosen} />
            ))}
            <Later>
              {() =>
                reference.departments
                  .slice(HALF)
                  .map((department) => (
                    <Department key={department.id} department={department} chosen={chosen} />
                  ))
              }
            </Later>
          </View>
        </FieldFrame>
      </Card>
      <View className="stack">
        {belowCore === undefined ? null : <Notice kind="wait" text={belowCore.say} />}
        {narrowed ? (
          <Card>
            <FieldFrame
              id={anchorOf('scopeConfirmed')}
              label={`有 ${all.length - chosen.length} 个部门不查`}
              {...said('scopeConfirmed')}
            >
              <Tick
                title="我确认：没选的部门会写进证明范围"
                ticked={confirmed}
                onTap={() => work.chosen('scopeConfirmed', !confirmed)}
              />
            </FieldFrame>
          </Card>
        ) : null}
      </View>
    </View>
  );
}
