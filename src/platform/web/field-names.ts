const FIELDS = 'taro-input-core[aria-label], taro-textarea-core[aria-label]';

/** Taro's web fields keep their name on the wrapper, where no screen reader looks: it belongs to the input inside. */
export function nameFields(): void {
  const move = (): void => {
    for (const wrapper of Array.from(document.querySelectorAll(FIELDS))) {
      const field = wrapper.querySelector('input, textarea');
      const name = wrapper.getAttribute('aria-label');
      if (field === null || name === null) continue;
      field.setAttribute('aria-label', name);
      wrapper.removeAttribute('aria-label');
    }
  };
  // The input inside is drawn later than its wrapper.
  new MutationObserver(move).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-label'],
  });
}
