export default definePageConfig({ navigationBarTitleText: '字号和长辈版' });
