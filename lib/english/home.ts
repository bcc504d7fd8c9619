import type { HOME_MESSAGES } from "@/lib/messages/home";

/** 我的待办 and 服务提醒 in English: a code without a sentence does not compile. */
export const HOME_PROBLEMS: Readonly<Record<keyof typeof HOME_MESSAGES, string>> = {
  TODO_AUTHORIZATION_OFFERED: "{enterprise} offers you an authorisation to confirm: {role}",
  TODO_AUTHORIZATION_APPLIED: "People who apply to act for this enterprise, to confirm: {count}",
  TODO_FUNCTION_REQUESTED: "{person} asks for the function “{function}”",
  TODO_RECOGNISE_AGENCY: "Agency agreements to recognise: {count}",
  TODO_DRAFTS: "Forms you have not submitted yet: {count}",
  REMINDER_UNREAD_MESSAGES: "Unread messages: {count}",
  REMINDER_REAL_NAME:
    "Your identity level is below 4. Some services will ask you to verify your face first",
  REMINDER_RELATION_ENDING: "Your authorisation of {enterprise} ({role}) ends on {until}",
  REMINDER_HANDLERS_ENDING:
    "Authorisations of this enterprise’s people that end within 30 days: {count}",
  REMINDER_AGREEMENTS_ENDING:
    "Agency agreements that end within 30 days: {count}, the first on {until}",
  REMINDER_FILING: "{kind} ({number}): {status}",
  FAVOURITES_FULL: "You can keep at most 12 shortcuts. Remove some first",
};

/** Where a filing stands, and forms that are not called as their function is (`lib/labels.ts`). */
const FILING_ENGLISH = {
  "《涉税专业服务机构（人员）基本信息采集表》": "Agency and staff information",
  "《涉税专业服务协议要素信息采集表》": "Filing of an agency agreement",
  跨区域涉税事项报告表: "Cross-region tax matter report",
  草稿: "draft",
  待审核: "to be examined",
  已生效: "in effect",
  已退回: "returned",
  已作废: "void",
} as const;

/** What forms of these pages say in the browser. */
export const HOME_FORM_ENGLISH = {
  常用功能设置: "Edit shortcuts",
  "{name}，第{place}位，共{count}位": "{name}: place {place} of {count}",
  "已移除{name}，还有{count}个": "{name} removed, {count} left",
  "已添加{name}，第{place}位": "{name} added at place {place}",
  "已全部移除，保存后首页显示默认的常用功能":
    "All removed. Once you save, the home page shows the default shortcuts",
  恢复默认: "Restore default",
  没有选择常用功能: "No shortcuts chosen",
  "保存后，首页显示默认的常用功能。": "Once you save, the home page shows the default shortcuts.",
  已选的常用功能: "Chosen shortcuts",
  "移动{name}，第{place}位，用上下方向键":
    "Move {name}, place {place}, with the up and down arrow keys",
  "当前身份不能使用，首页暂不显示":
    "Cannot be used with your current identity and is not shown on the home page",
  "上移{name}": "Move {name} up",
  "下移{name}": "Move {name} down",
  "移除{name}": "Remove {name}",
  添加功能: "Add functions",
  "已选{most}个，请先移除一些再添加。": "You have chosen {most}. Remove some to add others.",
  "已选{count}个，还可以添加{left}个。": "You have chosen {count} and can add {left} more.",
  筛选功能: "Filter functions",
  没有可以添加的功能: "There is no function to add",
  "换一个更短的词再试，或清除筛选。": "Try a shorter word, or clear the filter.",
  "已添加{name}": "{name} added",
  "添加{name}": "Add {name}",
  已添加: "Added",
  添加: "Add",
  "已向管理人员申请该功能，授权后立即可以使用":
    "You have asked for this function. You can use it as soon as it is granted",
  向管理人员申请该功能: "Ask for this function",
  办理该业务前请先短信验证: "Verify by SMS before you continue",
  "您以密码方式登录旧版。该业务需要向您的手机号码发送验证码，确认是您本人正在办理。":
    "You signed in at the previous entry by password. For this service we send a code to your mobile number to confirm that it is you.",
  切换: "Switch",
  没有切换: "Not switched",
  置顶: "Pin",
  取消置顶: "Unpin",
  授权同意: "Consent",
  同意并继续: "Agree and continue",
  拒绝: "Refuse",
} as const;

/** Words of the main page, of the page of a function, of 身份切换 and of the pages a business system leads to. */
export const HOME_ENGLISH = {
  ...HOME_FORM_ENGLISH,
  ...FILING_ENGLISH,
  首页: "Home",
  "{person}本人的税费业务": "Tax affairs of {person}",
  纳税人识别号: "Taxpayer ID",
  主管税务机关: "Tax authority",
  待办: "To do",
  提醒: "Reminders",
  我的待办: "To do",
  服务提醒: "Reminders",
  没有待办事项: "Nothing to do",
  "需要您确认的授权、待您办理的申请和未提交的表单会显示在这里。":
    "Authorisations to confirm, applications to answer and forms not yet submitted appear here.",
  没有服务提醒: "No reminders",
  "您发起的涉税事项的处理进度，以及即将到期的授权和协议会显示在这里。":
    "The progress of what you have filed, and authorisations and agreements that end soon, appear here.",
  条: " items",
  "其余{count}条": "{count} more",
  功能区: "Functions",
  常用功能: "Shortcuts",
  套餐业务: "Packages",
  设置: "Edit",
  设置常用功能: "Edit shortcuts",
  "您选择的常用功能，会显示在这里。点击“设置”添加。":
    "The functions you choose appear here. Press “Edit” to add some.",
  "另有{hidden}个当前身份不能使用，未显示":
    "{hidden} more cannot be used with your current identity and are not shown",
  未授权: "not granted",
  这里没有自然人可以办理的功能: "There is no function for individuals here",
  "企业业务请切换身份后办理。": "To act for an enterprise, switch your identity first.",
  您在这里还没有可以使用的功能: "You have no function here yet",
  "功能由委托企业授权。请联系委托企业的法定代表人或财务负责人。":
    "Functions are granted by the client enterprise. Ask its legal representative or finance manager.",
  "功能由企业的法定代表人或财务负责人授权。授权后，功能会立即显示在这里。":
    "Functions are granted by the legal representative or finance manager of the enterprise. They appear here at once.",
  "最多{most}个，只对您本人有效，在各税务局登录后都是同样的顺序。":
    "At most {most}, for yourself only, in the same order at every bureau.",
  功能搜索: "Search functions",
  "按功能名称、所在模块或拼音首字母查找功能。":
    "Search by the name of a function or of its module, in English or Chinese.",
  "“{search}”找到{count}个功能": "{count} functions found for “{search}”",
  没有找到相关功能: "No function found",
  "换一个更短的词再试，例如“发票”“增值税”；也可以用拼音首字母，例如“fp”。":
    "Try a shorter word, for example “invoice” or “VAT”.",
  "当前身份不能使用，查看原因": "Cannot be used with your current identity: see why",
  为什么我看不到这个功能: "Why can I not use this function?",
  谁可以授权: "Who can grant it",
  "企业的法定代表人或财务负责人可以为您授权。授权后立即生效，不需要重新登录。":
    "The legal representative or finance manager of the enterprise can grant it. It takes effect at once; you need not sign in again.",
  "请切换到可以办理的身份。": "Switch to an identity that can use it.",
  选择其他身份: "Choose another identity",
  办理该业务前请先扫脸认证: "Verify your face before you continue",
  "该业务需要四级实名，并确认是您本人正在办理。认证通过后自动继续。":
    "This service needs identity level 4, and a confirmation that it is you. It continues by itself once your face is verified.",
  该功能在业务系统中办理: "This function belongs to another system",
  业务系统: "the system in charge",
  "您可以使用该功能，它由{system}办理。":
    "You may use this function. It is performed by {system}. ",
  "该系统在新窗口打开，无需再次登录。":
    "The system opens in a new window. You need not sign in again.",
  "该系统在新窗口打开，需要在那里再次登录。":
    "The system opens in a new window. You sign in again there.",
  "本平台尚未接入该系统，暂时不能在这里直接办理。":
    "It is not connected to this portal yet, so you cannot go on from here.",
  "打开{system}": "Open {system}",
  现在怎样办理: "What you can do now",
  "携带身份证件和相关资料，到主管税务机关的办税服务厅办理；":
    "Bring your document and the papers of the matter to a tax service hall of your tax authority;",
  "拨打纳税缴费服务热线{hotline}咨询。": "Call the tax service hotline {hotline}.",
  当前身份暂不能办理业务: "Your current identity cannot be used at present",
  "请联系该企业的法定代表人或财务负责人解冻后再办理。":
    "Ask the legal representative or finance manager of the enterprise to lift the suspension.",
  "需要继续办理的，请企业重新授权。": "To continue, ask the enterprise to authorise you again.",
  "企业已取消您的全部功能权限。需要继续办理的，请重新办理企业用户注册，或由企业在“授权信息”中添加您。":
    "The enterprise has taken all functions from you. To continue, register as an enterprise user again, or ask the enterprise to add you.",
  "请等待授权确认后再办理。": "Wait until the authorisation is confirmed.",
  "请在授权生效后再办理。": "Wait until the authorisation is in force.",
  "项目可能已到期、已办结，或您已不再是其经办人、联系人。":
    "The project may have ended, or you are no longer its handler or contact.",
  "如有疑问，请到办税服务厅办理。": "If you have questions, go to a tax service hall.",
  "咨询{hotline}时请提供：{problem}，{moment}":
    "When you call {hotline}, quote: {problem}, {moment}",
  "您的登录仍然有效，可以切换到其他身份，或点击页面上方的“退出”。":
    "You are still signed in. Switch to another identity, or press “Sign out” at the top of the page.",
  "当前身份：{identity}。切换后不需要重新登录。":
    "Current identity: {identity}. You need not sign in again after switching.",
  "当前身份暂不能办理业务，请选择其他身份。":
    "Your current identity cannot be used at present. Choose another one.",
  请选择进入业务系统的身份: "Choose the identity to enter the business system with",
  也可以: "Or you can ",
  以当前身份继续: "continue with your current identity",
  搜索: "Search",
  "企业名称、纳税人识别号，或跨区域涉税事项管理编号（可只填后4位）":
    "Name of an enterprise, taxpayer ID, or cross-region matter number (its last 4 digits are enough)",
  企业切换: "Enterprises",
  项目切换: "Projects",
  "切换到跨区域项目后，主管税务机关为项目所在地的税务机关。":
    "For a cross-region project, the tax authority is that of the place of the project.",
  "{agency}的委托企业": "Client enterprises of {agency}",
  可以切换的委托企业: "Client enterprises you can switch to",
  委托企业: "Client enterprise",
  协议有效期至: "Agreement valid until",
  "没有找到“{search}”": "Nothing found for “{search}”",
  没有可以切换的委托企业: "There is no client enterprise to switch to",
  "委托企业较多：没有列出的，请搜索企业名称查看原因。":
    "There are many client enterprises: to see why one is not listed, search for its name.",
  "请核对企业名称或纳税人识别号。": "Check the name or the taxpayer ID.",
  以下企业暂不能切换: "These enterprises cannot be switched to at present",
  本人: "Yourself",
  可以切换的企业和身份: "Enterprises and identities you can switch to",
  企业: "Enterprise",
  身份: "Role",
  没有可以切换的企业: "There is no enterprise to switch to",
  "企业为您授权后，或您的授权申请经企业同意后，会显示在这里。":
    "Enterprises appear here once they have authorised you or agreed to your application.",
  没有可以切换的项目: "There is no project to switch to",
  "请核对跨区域涉税事项管理编号。": "Check the cross-region matter number.",
  "您的企业在本地区报验的跨区域项目会显示在这里，由法定代表人、财务负责人和主身份办税员办理。":
    "Cross-region projects of your enterprises in this region appear here, for legal representatives, finance managers and main tax handlers.",
  可以切换的项目: "Projects you can switch to",
  项目: "Project",
  有效期: "Valid",
  "{from}至{to}": "{from} to {to}",
  "您在本网站的用户编号，以及本次登录的时间和方式":
    "your user number at this website, and when and how you signed in",
  您的姓名和个人实名等级: "your name and identity level",
  "您当前办理业务的身份：企业名称、统一社会信用代码、您的角色和已有的功能权限":
    "your current identity: name and unified social credit code of the enterprise, your role and your functions",
  "“{client}”希望使用您的电子税务局账户登录。当前身份：{identity}。":
    "{client} would like to sign you in with your account of the electronic tax bureau. Current identity: {identity}.",
  "同意后将向“{client}”提供": "If you agree, {client} is told",
  "不提供证件号码、手机号码和密码。":
    "Document numbers, mobile numbers and passwords are not passed on.",
  该系统不属于税务机关: "This system does not belong to the tax authorities",
  "退出电子税务局、切换身份或本次登录结束后，授权随即失效。不同意不影响您办理其他业务。":
    "Your consent ends when you sign out, switch your identity, or your session ends. If you refuse, nothing else changes for you.",
  退出登录: "Sign out",
  "“{client}”请求退出登录。": "{client} asks to sign you out. ",
  "业务系统请求退出登录。": "A business system asks to sign you out. ",
  "是否同时退出电子税务局和从这里进入的其他业务系统？":
    "Sign out of the electronic tax bureau and of the other systems entered from here as well?",
  全部退出: "Sign out everywhere",
  仅退出该系统: "Sign out of that system only",
  "您要进入的业务系统需要确认是您本人正在办理。认证通过后自动继续。":
    "The system you are entering needs a confirmation that it is you. It continues by itself once your face is verified.",
  暂不认证: "Not now",
  "暂不认证的，必须扫脸认证的业务系统将不能进入，其他的按当前登录方式继续。":
    "Without it you cannot enter systems that require your face. Others continue with your present sign-in.",
} as const;
