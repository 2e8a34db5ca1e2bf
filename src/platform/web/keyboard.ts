const ROLES = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab'];

/** Taro's View answers taps only; with this, Enter and Space press whatever has a role that is pressed. */
export function keyboardTaps(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    if (!ROLES.includes(target.getAttribute('role') ?? '') || target instanceof HTMLButtonElement) return;
    event.preventDefault();
    target.click();
  });
}
