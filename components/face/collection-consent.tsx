/** What is kept of a collection, told before it (个人信息保护法 29, 30). */
export function CollectionConsent() {
  return (
    <section
      aria-label="人脸信息处理说明"
      className="rounded-md border border-line bg-surface p-4 text-sm"
    >
      <p className="font-semibold">人脸信息处理说明</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        <li>处理内容：证件人像、面部画面及其特征，属于敏感个人信息。</li>
        <li>证件照片和面部特征加密保存，仅用于以后确认是您本人；扫脸画面不保存。</li>
        <li>您可以不同意，改到办税服务厅办理；采集后可以申请删除。</li>
      </ul>
      <p className="mt-2">点击“开始扫脸”，即表示您单独同意上述处理。</p>
    </section>
  );
}
