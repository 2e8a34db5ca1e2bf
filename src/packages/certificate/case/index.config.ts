export default definePageConfig({ navigationBarTitleText: '证明进度' });
