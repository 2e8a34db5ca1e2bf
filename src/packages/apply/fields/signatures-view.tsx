import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { ChoiceField, type ChoiceOption } from '@/components/fields/choice-field';
import type { Check } from '@/domain/form/form';
import type { SignaturesField } from '@/domain/form/kinds/files';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import { askedToSign, nameBeside } from '@/domain/form/signers';
import { signedIn } from '@/shell/online';
import type { Filling } from '../filling';

const BY_LINK: ChoiceOption = {
  value: 'phone',
  label: '在自己手机上签',
  hint: '提交后把签名链接转发给本人',
};
const AT_WINDOW: ChoiceOption = { value: 'window', label: '到窗口签', hint: '本人带身份证到窗口' };
const HERE: ChoiceOption = { value: 'here', label: '我现在签', hint: '我本人看过上面的话，同意并签名' };

/** The session knows its person's number only masked; the server compares the whole. */
const isMine = (idNo: string, masked: string): boolean =>
  masked !== '' && masked.slice(0, 3) === idNo.slice(0, 3) && masked.slice(-4) === idNo.slice(-4);

interface Props {
  readonly field: SignaturesField & { readonly checks?: readonly Check[] };
  readonly path: string;
  readonly filling: Filling;
}

/** How each will sign. One finger on one phone never signs for a whole family: only one's own signature is given here. */
export function SignaturesView({ field, path, filling: { work, filled, answers } }: Props) {
  const masked = useStore(signedIn.store)?.person.maskedIdNo ?? '';
  const signers = askedToSign(field, filled.display.env());
  const entries = (): readonly unknown[] => {
    const value = work.current(path);
    return Array.isArray(value) ? value : [];
  };
  const others = (idNo: string) => entries().filter((each) => !isRecord(each) || each['idNo'] !== idNo);
  const wayOf = (idNo: string): string =>
    textOf(
      entries()
        .filter(isRecord)
        .find((each) => each['idNo'] === idNo)?.['fileId'],
    );
  if (signers.length === 0) return <Text className="field__note">先把前面的人填好，这里会列出谁要签。</Text>;
  return (
    <View>
      {signers.map((idNo) => {
        const who = `${nameBeside(answers, idNo)}（尾号 ${idNo.slice(-4)}）`;
        return (
          <View key={idNo} className="field__control">
            <Text className="field__note">{who} 怎么签</Text>
            <ChoiceField
              label={`${who}怎么签`}
              options={isMine(idNo, masked) ? [HERE, BY_LINK, AT_WINDOW] : [BY_LINK, AT_WINDOW]}
              value={wayOf(idNo)}
              onChoose={(way) => work.chosen(path, [...others(idNo), { idNo, fileId: way }])}
            />
          </View>
        );
      })}
    </View>
  );
}
