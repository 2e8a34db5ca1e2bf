// Without apply-shared a component sees none of the app's styles.
export default { component: true, styleIsolation: 'apply-shared' };
