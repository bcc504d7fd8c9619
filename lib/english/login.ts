/** Words of the start pages, of 登录 and of the choice of an identity. */
export const LOGIN_ENGLISH = {
  上次使用: "Last used",
  其他税务局: "Other tax bureaus",
  "请选择业务所在地的电子税务局。个人账户全国通用，注册一次，各地都能登录。":
    "Choose the electronic tax bureau of the place you deal with. Your account is valid nationwide: register once and sign in anywhere.",
  "企业、个人、代理机构和跨区域办税都从这里进入。登录需要个人用户密码和一次身份验证。":
    "Enterprises, individuals, agencies and cross-region taxpayers enter here. To sign in you need your password and one more check of your identity.",
  通知公告: "Announcements",
  公众服务: "Public services",
  全部公告: "All announcements",
  全部公众服务: "All public services",
  暂无通知公告: "No announcements",
  "{bureau}发布的通知公告会显示在这里，无需登录即可查看。":
    "Announcements of {bureau} appear here. You can read them without signing in.",
  首次使用电子税务局的个人: "For individuals using the electronic tax bureau for the first time",
  新办纳税人套餐: "New taxpayer package",
  新设立企业的信息确认: "Confirm the details of a new enterprise (in Chinese)",
  重新设置个人用户密码: "Set a new password",
  更换手机或号码被占用: "Your phone has changed, or somebody else uses your number",
  使用前请阅读: "Please read before use",
  个人信息怎样使用和保护: "How personal information is used and protected",

  登录入口: "Sign-in entry",
  返回企业业务: "Back to enterprise services",
  特定主体登录: "Specific taxpayer sign-in",
  特定主体类型: "Type of specific taxpayer",
  税务数字证书登录: "Sign in with a digital tax certificate",
  "统一社会信用代码/纳税人识别号": "Unified social credit code or taxpayer ID",
  其他证件可输入证件号码: "With any other document, enter its number",
  新办纳税人套餐服务: "New taxpayer package",
  旧版登录: "Previous sign-in",
  "旧版登录将于{day}停止使用": "The previous sign-in ends on {day}",
  "届时请使用新版登录。请提前注册自己的账户，并确认与企业的关联关系。":
    "From then on, use the new sign-in. Register your own account and confirm your link to your enterprise in good time.",
  扫码登录: "Sign in by scanning",
  "在{apps}中打开": "Open in {apps}",
  登录二维码: "QR code for signing in",
  下载手机APP: "Get the mobile apps",
  "请先登录{app}再扫一扫，登录后为自然人业务":
    "Sign in to {app} first, then scan. You will be signed in as an individual.",
  "请先登录{app}再扫一扫，网页与APP的登录身份一致":
    "Sign in to {app} first, then scan. You will have the same identity here as in the app.",
  "请先登录{app}，扫码并扫脸后选择跨区域涉税事项":
    "Sign in to {app}, scan and verify your face, then choose the cross-region matter.",
  "请由持照人登录{app}再扫一扫，登录后为该企业":
    "The licence holder signs in to {app}, then scans. You will be signed in as the enterprise.",
  "不记得密码或急需解锁？": "Forgotten your password, or need to unlock your account now? ",
  "此前注册过的用户，可能因注销或手机号码重复而失效，重新注册后即可恢复。":
    "An account you had before may have ended because it was closed or its mobile number was used by somebody else. Register again to restore it.",
  去用户注册: "Register",
  "一个手机号码只能绑定一个人；该号码可能未注册，或已被他人验证使用。":
    "A mobile number can belong to one person only. This number may not be registered, or somebody else may have verified it.",
  "请核对代码，并确认该企业由本税务局管辖；新办企业请先完成税务信息确认。":
    "Check the code, and that this bureau is responsible for the enterprise. New enterprises must confirm their tax details first.",
  了解新办纳税人套餐服务: "About the new taxpayer package",
  "请联系该企业的法定代表人或财务负责人，在人员权限管理中添加您为办税人员；使用手机号码登录的，请改用证件号码再试。":
    "Ask the legal representative or finance manager of the enterprise to add you as a tax handler. If you signed in with a mobile number, try your document number.",
  "请从自然人业务入口登录，确认企业发起的授权；您发起的申请，请联系企业同意。":
    "Sign in to individual services to confirm an authorisation offered by the enterprise. If you applied, ask the enterprise to agree.",
  "企业暂停了您的办税权限，请联系该企业的法定代表人或财务负责人解冻。":
    "The enterprise has suspended you. Ask its legal representative or finance manager to lift this.",
  "请由机构报送《涉税专业服务机构（人员）基本信息采集表》；办理本机构事宜请使用企业业务入口。":
    "Your agency must file its form of agency and staff information. For matters of the agency itself, use enterprise services.",

  "不是您本人的号码，或已无法接收短信？": "Not your number, or you can no longer receive SMS? ",
  "没有收到？": "Did not receive it?",
  "请确认上面的号码是您正在使用的，信号正常、短信未被拦截。":
    "Check that you use the number above, that you have a signal, and that the message was not blocked.",
  "验证码5分钟内有效；60秒后可以重新获取，10分钟内最多5次。":
    "A code is valid for 5 minutes. You can ask for another after 60 seconds, at most 5 times in 10 minutes.",
  "仍未收到，请拨打12366咨询。": "If it still does not arrive, call 12366.",
  "也可以选择其他验证方式登录。": "You can also choose another way to verify.",
  "一个手机号码只能绑定一个人，您的号码可能已被他人验证使用。":
    "A mobile number can belong to one person only. Somebody else may have verified yours.",
  "您正在使用初始密码。": "You are using your initial password. ",
  "您的密码已要求修改，不能继续使用。": "Your password must be changed and can no longer be used. ",
  "为保护账户安全，请先设置新的个人用户密码，修改后重新登录。":
    "To protect your account, set a new password and sign in again with it.",

  选择身份: "Choose an identity",
  进入: "Enter",
  "您已完成身份验证，请选择进入": "Your identity is verified. Choose how to enter",
  "您在该企业有以下身份，请选择本次使用的身份":
    "You have these roles in the enterprise. Choose the one to use now",
  确认授权: "Confirm authorisation",
  确认并进入: "Confirm and enter",
  "税务登记中，您是": "You are registered as the finance manager of ",
  "的财务负责人。请确认授权，确认后即可以 财务负责人身份办理该企业的业务。":
    ". Confirm the authorisation to act for the enterprise in this role.",
  "财务负责人的授权不能拒绝；如登记有误，请企业到办税服务厅变更登记。":
    "The authorisation of a finance manager cannot be refused. If the registration is wrong, the enterprise must change it at a tax service hall.",
  选择委托企业: "Choose a client enterprise",
  搜索委托企业: "Search client enterprises",
  名称或代码: "Name or code",
  请选择要代为办税的企业: "Choose the enterprise to act for",
  "协议至{day}": "agreement until {day}",
  "没有找到名称或代码包含“{search}”的委托企业。":
    "No client enterprise has a name or code containing “{search}”.",
  不能选择的委托企业: "Client enterprises that cannot be chosen",
  没有可以选择的委托企业: "There is no client enterprise to choose",
  "，或协议中未列明您为经办人员。请由您所在的机构通过企业业务入口报送。":
    ", or the agreement does not name you. Your agency can file it in enterprise services. ",
  以下企业暂不能选择: "These enterprises cannot be chosen at present",
  "（协议有效期至{day}）": " (agreement valid until {day})",
  "继续代理的，请由机构重新报送《涉税专业服务协议要素信息采集表》。":
    "To continue, the agency must file the agreement again.",
  跨区域办税身份选择: "Choose a cross-region matter",
  "选择要办理的跨区域涉税事项，进入项目所在地的电子税务局。":
    "Choose the matter to enter the electronic tax bureau of the place of the project.",
  跨区域涉税事项管理编号: "Cross-region matter number",
  "支持模糊查询，可输入编号后4位": "Part of the number is enough, for example its last 4 digits",
  请选择跨区域涉税事项管理编号: "Choose a cross-region matter number",
  "有效期{from}至{to}": "Valid from {from} to {to}",
  长期: "no end date",
  "没有符合条件的编号，请更换类型或核对编号后4位。":
    "No number matches. Choose another type or check the last 4 digits.",
  "企业的法定代表人、财务负责人、办税员，以及报告表中姓名、手机号码完全一致的经办人、联系人，才能看到编号。":
    "Numbers are shown to the legal representative, the finance manager and tax handlers of the enterprise, and to handlers and contacts whose name and mobile number match the report.",

  "通过扫脸确认是您本人后，账号立即解锁。":
    "Your account is unlocked as soon as your face confirms that it is you.",
  手机APP下载: "Mobile apps",
  "用手机相机扫描二维码，在浏览器中打开后选择“添加到主屏幕”即可安装。":
    "Scan a QR code with your phone’s camera. In the browser, choose “Add to Home Screen” to install.",
  "{app}下载二维码": "QR code to get {app}",
  "{bureau} · {day}起施行": "{bureau} · in force from {day}",
  "本文本只有中文，以中文为准。":
    "This text is available in Chinese only. The Chinese text is binding.",
} as const;
