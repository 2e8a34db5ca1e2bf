import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { go } from '@/shell/ports';
import type { Acted } from './act';

/** Why an action was not done, above what it was to be done with. */
export function ActFault({ acted }: { readonly acted: Acted | undefined }) {
  return (
    <View>
      {acted === undefined || acted.kind === 'done' ? null : (
        <View {...spoken({ role: 'alert', live: 'assertive' })}>
          <Notice kind={acted.kind === 'stale' ? 'wait' : 'stop'} text={acted.say}>
            {acted.kind === 'failed' && acted.signIn ? (
              <Button text="去登录" onTap={() => go('signIn')} />
            ) : null}
          </Notice>
        </View>
      )}
    </View>
  );
}
