export default definePageConfig({ navigationBarTitleText: '预览各页状态' });
