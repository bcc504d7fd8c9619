/** Words of the header of signed-in pages and of 账户中心, for natural persons. */
export const ACCOUNT_ENGLISH = {
  "欢迎，": "Welcome, ",
  "关闭浏览器不会退出登录，办税完成请点击“退出”":
    "Closing the browser does not sign you out. Press “Sign out” when you have finished.",
  "消息中心，{unread}条未读": "Messages, {unread} unread",
  搜索功能: "Search functions",
  查找功能: "Find functions",
  搜索结果: "Results",
  "找到{count}个功能": "{count} functions found",
  身份切换: "Switch identity",
  切换主管税务机关: "Switch tax authority",
  当前身份: "Current identity",
  我的信息: "Profile",
  账户中心: "My account",
  登录即将结束: "You are about to be signed out",
  "为保障安全，每次登录最长{hours}小时。时间到后需要重新登录，请尽快完成正在办理的业务。":
    "For your security, you can stay signed in for at most {hours} hours. Then you must sign in again. Please finish soon.",
  "您已有一段时间未操作，满{minutes}分钟将自动退出。要继续使用吗？":
    "You have not done anything for a while. After {minutes} minutes you are signed out. Do you want to stay signed in?",
  知道了: "OK",
  继续使用: "Stay signed in",
  "还有约{minutes}分钟": "About {minutes} minutes left",
  "还有不到{seconds}秒": "Less than {seconds} seconds left",
  条未读: " unread",

  个人信息: "Personal information",
  企业与授权: "Enterprises and authorisations",
  企业基本信息: "Enterprise information",
  企业授权管理: "Enterprise authorisations",
  人员权限管理: "Staff and permissions",
  企业办理记录: "Enterprise activity",
  企业人员: "Enterprise staff",
  企业人员维护: "Enterprise staff",
  个人信息管理: "Your details",
  个人信息维护: "Personal details",
  手机号码修改: "Mobile numbers",
  个人密码修改: "Change password",
  个人实名等级: "Identity level",
  用户注销: "Close account",
  安全与记录: "Security and records",
  消息中心: "Messages",
  登录设备与记录: "Devices and activity",
  个人信息查询: "Your data",
  "您在全国各电子税务局使用同一个账户。":
    "You use the same account in the electronic tax bureaus of all regions.",
  未绑定手机号码: "No mobile number",

  "姓名、证件等实名信息如有变更，请到办税服务厅办理；手机号码请在":
    "If your name or document has changed, go to a tax service hall. You can change mobile numbers under",
  "中维护。": ".",
  "您还没有用户名。用户名不是必需的，设置后可用来登录。":
    "You have no username. You do not need one, but you can use it to sign in.",
  当前用户名: "Current username",
  用户名已保存: "Username saved",
  "6至20位数字或字母组合，第一位必须为字母，且区分大小写":
    "6 to 20 letters or numbers, beginning with a letter, case-sensitive",
  "；用户名一年可修改一次": ". You can change it once a year",
  "没有手机号码的，退出后请使用登录页面的“找回手机号码”。":
    "If you have no mobile number, sign out and use “Change a lost mobile number” on the sign-in page.",

  "不管是默认还是其他手机号码，都可以用来登录；登录时未输入手机号码的，验证码发送至默认手机号码。":
    "You can sign in with any of your mobile numbers. If you sign in without a number, the code goes to the default one.",
  "温馨提醒：升级后同一手机号码将采用“一号只能对应一人”的原则，为了自身账户安全，请不要将自己的账户绑定他人手机号。":
    "Please note: a mobile number can belong to one person only. For your own security, do not add somebody else’s number to your account.",
  添加手机号码: "Add a mobile number",
  我的手机号码: "My mobile numbers",
  您的手机号码为空: "You have no mobile number",
  "添加手机号码后，即可用手机号码登录、接收短信验证码；第一个手机号码为默认手机号码。":
    "With a mobile number you can sign in and receive codes by SMS. Your first number is the default one.",
  设为默认: "Make default",
  删除手机号码: "Remove mobile number",
  "后：": ". After that:",
  "不能再用该号码登录和接收短信验证码；":
    "you can no longer sign in or receive codes with this number;",
  "最近验证的另一个手机号码成为默认手机号码；":
    "the other number verified most recently becomes the default one;",
  "其他已登录的设备须重新登录或扫脸认证，才能修改账户信息；":
    "other devices you are signed in on have to sign in again or verify your face before they can change your account;",
  "需要时可以重新添加并验证。": "you can add and verify it again when you need it.",
  这是您的最后一个手机号码: "This is your last mobile number",
  "删除后您的手机号为空，登录时只能通过扫码验证；未采集人脸实名信息的，须先通过“找回手机号码”绑定新的手机号码才能登录。":
    "Without a number you can only verify by scanning when you sign in. If your face has not been recorded, you must add a new number through “Change a lost mobile number” before you can sign in.",

  "修改后本次登录继续有效，其他设备上的登录全部结束。":
    "You stay signed in here. You are signed out on all other devices.",
  "密码已修改，其他设备上的登录已结束":
    "Password changed. You have been signed out on other devices",
  旧密码: "Old password",
  忘记旧密码: "Forgot old password",
  "可以使用页面上的“忘记旧密码”，修改后立即解锁。":
    "You can use “Forgot old password” on this page. A new password unlocks at once.",
  "不记得旧密码的，先通过短信或扫脸确认是您本人，再设置新密码。":
    "If you do not remember it, confirm by SMS or face that it is you, then set a new password.",
  使用旧密码修改: "Use the old password",

  "三级为已采集实名信息，四级为已通过人脸识别认证。部分业务需要四级。":
    "Level 3: your identity has been recorded. Level 4: your face has been verified as well. Some services need level 4.",
  二级: "Level 2",
  三级: "Level 3",
  四级: "Level 4",
  未实名: "Not verified",
  当前等级: "Current level",
  取得方式: "How it was reached",
  注册时登记: "Recorded at registration",
  "{app}扫脸认证": "Face verification by {app}",
  本次登录: "This session",
  已扫脸: "Face verified",
  未扫脸: "Face not verified",
  扫脸认证: "Verify your face",
  "您已是四级。办理关键业务时，可能需要再次扫脸。":
    "You have level 4. Sensitive services may ask you to verify your face again.",
  "也可以登录{app}，通过“采集实名信息”完成采集。":
    "You can also sign in to {app} and have your identity recorded there.",
  人脸信息: "Face data",
  "已采集。人脸特征和照片加密保存，只用于核验是否本人，您可以随时删除。":
    "Recorded. Face features and photograph are stored encrypted and used only to verify that it is you. You can delete them at any time.",
  删除人脸信息: "Delete face data",
  "删除后：": "When you delete it:",
  "人脸特征和照片立即删除，无法恢复；":
    "face features and photograph are deleted at once and cannot be restored;",
  "不能再扫脸登录、扫脸认证，没有手机号码的将无法登录；":
    "you can no longer verify with your face. Without a mobile number you cannot sign in;",
  "实名等级不变，但需要扫脸的业务须重新采集并扫脸后才能办理；":
    "your identity level stays, but services that need your face must record it again first;",
  "需要时可登录{app}，或到办税服务场所重新采集。":
    "you can have it recorded again in {app} or at a tax service hall.",
  确认删除: "Delete",

  "账户和授权有变化时，会在这里通知您。":
    "We tell you here when your account or an authorisation changes.",
  "您有{unread}条未读消息。": "Unread messages: {unread}.",
  全部标为已读: "Mark all as read",
  没有消息: "No messages",
  "密码、手机号码、授权等发生变化，或在新设备上登录时，会在这里通知您。":
    "We tell you here when your password, mobile numbers or authorisations change, or when somebody signs in on a new device.",
  消息: "Message",
  未读: "Unread",
  "您已报告“不是我本人操作”，报告编号 {number}":
    "You reported “This was not me”. Report number {number}",
  "咨询{hotline}时请提供报告编号。": "Quote the report number when you call {hotline}.",
  "请立即报告，我们会结束所有登录，保护您的账户。":
    "Report it at once. We will sign you out everywhere to protect your account.",
  "报告“不是我本人操作”": "Report “This was not me”",
  报告并结束所有登录: "Report and sign out everywhere",

  "发现不认识的设备，请立即退出该登录并修改密码。":
    "If you see a device you do not know, sign it out at once and change your password.",
  登录设备: "Devices",
  已登录的设备: "Devices you are signed in on",
  设备与地点: "Device and place",
  入口与身份: "Entry and identity",
  登录时间: "Signed in",
  "最近使用 {when}": "Last used {when}",
  本机: "This device",
  使用中: "In use",
  已退出: "Signed out",
  退出其他所有登录: "Sign out all other devices",
  业务系统: "Business systems",
  已登录的业务系统: "Systems you are signed in at",
  没有登录中的业务系统: "You are not signed in at any system",
  "经电子税务局登录的系统。退出一个系统，不影响电子税务局和其他系统的登录。":
    "Systems you signed in at through this bureau. Signing out of one leaves you signed in here and at the others.",
  "外部系统，再次登录时须重新同意": "Run by others: it has to ask for your consent again",
  "{area}电子税务局": "{area} Electronic Tax Bureau",
  电子税务局: "Electronic Tax Bureau",
  未知位置: "Unknown place",
  内网: "Internal network",
  外网: "Internet",
  未知浏览器: "Unknown browser",
  鸿蒙: "HarmonyOS",
  安卓: "Android",
  登录与安全记录: "Sign-in and security activity",
  "登录、退出、身份切换、密码和手机号码变更等会显示在这里。":
    "Signing in and out, switching identity, changes of password and mobile numbers appear here.",
  开始日期: "From",
  结束日期: "To",
  导出CSV: "Export CSV (in Chinese)",
  这段时间没有记录: "No activity in this period",
  时间: "Time",
  事项: "Action",
  结果: "Result",
  操作人: "By",
  "谁在什么时候以{name}的名义做了什么，包括代理机构人员。":
    "Who did what and when in the name of {name}, staff of agencies included.",
  "以企业身份登录、切换、报送和人员授权的变更会显示在这里。":
    "Signing in and switching as the enterprise, filings and changes of authorisations appear here.",

  个人信息查询与更正: "Your data",
  下载个人信息: "Download your data (in Chinese)",
  "这里列出我们保存的您的全部个人信息。页面上号码只显示一部分，下载的文件中为完整号码，请妥善保管。":
    "This is all the personal data we hold about you. Numbers are shown in part. The file has them in full: keep it safe.",
  更正申请: "Request a correction",
  "不能自行更正的信息，可以在这里提出更正申请，由办税服务厅核实。需要核对证件的，会请您持有效身份证件前往，也可以拨打{hotline}。我们在15个工作日内答复，核实有误的及时更正。":
    "What you cannot correct yourself you can have corrected here. A tax service hall checks it, and may ask you to come with a valid document. You can also call {hotline}. We answer within 15 working days.",
  "更正申请已提交，办理结果会发送到消息中心":
    "Your request has been sent. The answer will be in your messages",
  更正内容: "What is wrong",
  更正为: "What it should be",
  情况说明: "Explanation",
  "姓名、证件号码按证件原件填写；其他信息请写明是哪一项":
    "Enter a name or document number as on the document. For other data, say which",
  提交申请: "Send request",
  撤回: "Withdraw",
  其他信息: "Other data",
  办理中: "in progress",
  已更正: "corrected",
  不予更正: "not corrected",
  受理税务局: "Tax bureau",
  申请时间: "Requested",
  办结时间: "Answered",
  税务机关答复: "Answer of the tax authority",
  "没有保存。": "Nothing is held.",
  没有保存: "Not held",
  "更正：{correction}": "To correct: {correction}",
  身份信息: "Identity",
  登记时间: "Recorded",
  "姓名、证件号码有误的，可以提出更正申请，或拨打{hotline}咨询。":
    "If your name or document number is wrong, request a correction, or call {hotline}.",
  账户: "Account",
  密码修改时间: "Password changed",
  注册时间: "Registered",
  "用户名每年可以修改一次；密码只保存无法还原的校验值。":
    "You can change your username once a year. Of your password only a value is kept from which it cannot be restored.",
  默认手机号码: "Default mobile number",
  "{phone}（{when}验证）": "{phone} (verified {when})",
  核心征管登记的联系方式: "Contacts in the tax registry",
  "由主管税务机关登记，有误的可以提出更正申请，或拨打{hotline}咨询。":
    "Recorded by the tax authority in charge. If something is wrong, request a correction, or call {hotline}.",
  "可以自行添加、更换默认号码或删除。":
    "You can add and remove numbers and choose the default one yourself.",
  实名采集和人脸信息: "Identity records and face data",
  "已采集（您于{when}单独同意）": "Recorded (with your separate consent of {when})",
  "可以重新采集或删除人脸信息。": "You can record your face again or delete it.",
  与企业的关联关系: "Links to enterprises",
  "有效期至{day}": "valid until {day}",
  "可以自行解除；认为企业登记有误的，请联系该企业或到办税服务厅办理。":
    "You can end links yourself. If an enterprise registered you wrongly, contact it or go to a tax service hall.",
  涉税专业服务: "Professional tax services",
  "曾为机构人员（{day}移除）": "Former agency staff (removed {day})",
  "机构人员（{day}采集）": "Agency staff (recorded {day})",
  "受{agency}委派，{from}至{to}": "Assigned by {agency}, {from} to {to}",
  "由所在机构变更采集表或协议；机构不处理的，请到办税服务厅办理。":
    "Your agency changes its form or the agreement. If it does not, go to a tax service hall.",
  跨区域项目: "Cross-region projects",
  经办人或联系人: "Handler or contact",
  "由报告企业变更经办人、联系人。":
    "The enterprise that filed the report changes handlers and contacts.",
  设备与记录: "Devices and records",
  使用过的设备: "Devices used",
  "{count}台，最近{when}（只保存无法还原的标识）":
    "{count}, last on {when} (only a mark is kept from which the device cannot be restored)",
  "{count}台（只保存无法还原的标识）":
    "{count} (only a mark is kept from which the device cannot be restored)",
  登录记录: "Sign-ins",
  "{count}次": "{count}",
  "{count}条": "{count}",
  "记录依法保存，不能更改；有您不认识的登录，请立即退出并修改密码。":
    "Records are kept by law and cannot be changed. If you do not know a sign-in, sign it out at once and change your password.",
  其他: "Other",
  "另有{count}项，见下载的文件": "{count} more, see the file",

  "用户注销后，无法对关联的企业进行业务操作，如需继续使用，需要重新注册，请谨慎进行账户注销操作。":
    "After you close your account you can no longer act for enterprises you are linked to. To use the service again you must register again. Please consider this carefully.",
  "注意：用户注销仅注销账户信息，不解除人企关联关系，如需解除与企业的关联关系，请通过删除办税人员相关功能办理。":
    "Note: closing your account does not end your links to enterprises. To end a link, use the functions for removing tax handlers.",
  "您的手机号为空，请先扫脸确认是您本人。":
    "You have no mobile number. Verify your face first to confirm that it is you.",
  "您的手机号为空，也没有人脸实名信息，无法确认是您本人。请先":
    "You have no mobile number and your face has not been recorded, so we cannot confirm that it is you. First ",
  "已通过扫脸验证。": "Your face is verified.",
  我已知悉注销后果: "I understand what closing my account means",
  确认注销: "Close account",
} as const;
