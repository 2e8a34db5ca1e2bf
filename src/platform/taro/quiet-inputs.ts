import { FormElement, TaroElement, type TaroEvent } from '@tarojs/runtime';

/**
 * Taro's runtime sends each typed character back to the view: FormElement assigns `this.value` on every input event,
 * which is a setData (8 keys → 8 calls). With a slow bridge the echo of an older value overwrites newer keys. Here the
 * value is noted without being sent: the view has it already.
 */
export function quietInputs(): void {
  FormElement.prototype.dispatchEvent = function (this: FormElement, event: TaroEvent): boolean {
    const value: unknown = event.mpEvent?.detail?.value;
    if (event.mpEvent && (event.type === 'input' || event.type === 'change')) this.props['value'] = value;
    return TaroElement.prototype.dispatchEvent.call(this, event);
  };
}
