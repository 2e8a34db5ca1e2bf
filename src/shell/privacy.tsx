import { Button, Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import { answerPrivacy, onPrivacyNeeded } from '@/platform/taro/privacy';
import { go } from './ports';
import './privacy.scss';

/** Whether WeChat waits for the person's answer to the privacy guide. */
const asking = createStore<boolean>(() => false);

export const watchPrivacy = (): void => onPrivacyNeeded(() => asking.setState(true, true));

function answer(agreed: boolean): void {
  asking.setState(false, true);
  answerPrivacy(agreed);
}

const AGREE_BUTTON = 'privacy-agree';

/**
 * WeChat's consent flow: a privacy API waits until the person taps a button whose open-type is
 * agreePrivacyAuthorization. Refusing only stops that one function.
 */
export function PrivacySheet() {
  const open = useStore(asking);
  if (!open) return null;
  return (
    <View className="sheet" {...spoken({ role: 'dialog', label: '隐私保护提示' })}>
      <View className="sheet__card">
        <Text className="sheet__title">使用这项功能前，请看一下隐私保护指引</Text>
        <Text className="sheet__text">
          存图片、拍材料、选照片或聊天文件，要用到相册和相机。只在您点按时使用，不会读取其他内容。不同意也可以继续查指南、看清单。
        </Text>
        <Tap
          className="sheet__link"
          role="link"
          label="阅读《隐私保护指引》"
          onTap={() => go('document', { id: 'privacy' })}
        >
          <Text>阅读《隐私保护指引》</Text>
        </Tap>
        <View className="sheet__actions">
          <Tap className="sheet__button" label="不同意" onTap={() => answer(false)}>
            <Text>不同意</Text>
          </Tap>
          <Button
            id={AGREE_BUTTON}
            className="sheet__button sheet__button--yes"
            openType="agreePrivacyAuthorization"
            {...spoken({ role: 'button', label: '同意' })}
            onAgreePrivacyAuthorization={() => answer(true)}
          >
            同意
          </Button>
        </View>
      </View>
    </View>
  );
}
