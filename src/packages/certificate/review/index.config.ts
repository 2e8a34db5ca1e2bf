export default definePageConfig({ navigationBarTitleText: '核对后提交' });
