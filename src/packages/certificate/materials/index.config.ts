export default definePageConfig({ navigationBarTitleText: '45 份变 9 份' });
