import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken, type Spoken } from '../spoken';
import './tap.scss';

export interface TapProps extends Spoken {
  readonly className?: string;
  readonly onTap: () => void;
  readonly children?: ReactNode;
}

/** Anything that answers a tap: role, name and pressed state come with it. */
export function Tap({ className = '', onTap, children, ...said }: TapProps) {
  return (
    <View
      className={`tap ${className}`}
      hoverClass="tap--pressed"
      hoverStayTime={60}
      {...spoken({ role: 'button', ...said })}
      {...(said.disabled === true ? {} : { onClick: onTap })}
    >
      {children}
    </View>
  );
}
