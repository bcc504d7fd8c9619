/** Words of 用户注册 and 境外自然人注册. */
export const REGISTER_ENGLISH = {
  境外自然人注册: "Register from abroad",
  身份信息校验: "Check your identity",
  手机验证: "Verify your phone",
  "手机号码{phone}已验证。": "Mobile number {phone} is verified.",
  "已注册的，请填写注册时的姓名、证件和密码；用户名不用填写。":
    "If you are registered already, enter the name, document and password of your registration. You need not enter a user name.",
  基本信息填写: "Your details",
  人脸识别认证: "Face verification",
  完成: "Finish",
  "注册一次，全国各地的电子税务局都能登录。请准备好本人证件、手机，并在30分钟内完成。":
    "Register once and sign in to the electronic tax bureau of any region. Have your document and phone ready, and finish within 30 minutes.",
  "已有账户？": "Already have an account? ",
  "境外人员没有境内手机号码，或未到办税服务厅采集？":
    "From abroad, without a mobile number of mainland China, or not yet registered at a tax service hall? ",
  "无需到办税服务厅，使用电子邮箱验证。":
    "You do not need to visit a tax service hall. We verify you by email.",
  权限说明: "What this account can do",
  "境外自然人账户仅限自然人业务。如需办理企业业务，请前往办税服务场所采集实名信息。":
    "An account registered from abroad is for individual services only. To act for an enterprise, have your identity recorded at a tax service hall.",
  "使用该证件，须先到办税服务场所采集实名信息，再在这里注册":
    "With this document, have your identity recorded at a tax service hall first, then register here",
  "填写中文名称或两位字母代码，如 美国 或 US":
    "English name or two-letter code, for example United States or US",
  与证件上的姓名一致: "As it appears on the document",
  "{label}格式有误，请检查": "Check the format of the {label:lower}",
  请填写在办税服务厅采集实名信息时登记的手机号码:
    "The mobile number you gave when your identity was recorded at the tax service hall",
  "一个手机号码只能绑定一个人，请填写本人的号码":
    "A mobile number can belong to one person only. Enter your own number.",
  确认密码: "Confirm password",
  "用户名（选填）": "Username (optional)",
  "可用来登录：6至20位数字或字母，第一位为字母，区分大小写":
    "You can use it to sign in: 6 to 20 letters or numbers, beginning with a letter, case-sensitive",
  "已验证。请重新设置密码，或修改用户名。":
    "is verified. Set your password again, or change your username.",
  "请用手机扫描二维码，选择网页上的验证数字，按提示完成扫脸。通过后个人实名等级为四级。":
    "Scan the QR code with your phone, choose the number shown here and follow the instructions. Your identity level is then 4.",
  "扫脸不通过？": "Face verification failed?",
  "请在光线充足、没有其他人脸的地方，按照提示做明显动作。":
    "Find good light with no other face in view, and follow each instruction clearly.",
  "确实无法核验的，请前往办税服务厅采集实名信息，再回到这里注册。":
    "If it still fails, have your identity recorded at a tax service hall, then register here.",
  确认注册信息: "Check your answers",
  "请核对以下信息。点击“{button}”后，您的账户即可在全国各地的电子税务局登录。":
    "Check the details below. After you press “{button}” you can sign in to the electronic tax bureau of any region.",
  登记: "Register",
  账户注册: "Register an account",
  自然人注册: "Register as an individual",
  "用手机号码注册本人的账户，用支付宝或微信实名认证。":
    "Register your own account with a mobile number and verify your identity with Alipay or WeChat.",
  企业用户注册: "Register as a user of an enterprise (in Chinese)",
  "注册并绑定企业，由企业的法定代表人或财务负责人认证；已注册的自然人直接绑定企业。":
    "Register and link yourself to an enterprise, whose legal representative or finance manager confirms it. If you are registered already, you only link yourself.",
  "请准备好本人证件和手机，并在30分钟内完成；实名认证使用支付宝或微信。":
    "Have your document and phone ready, and finish within 30 minutes. You verify your identity with Alipay or WeChat.",
  绑定企业: "Link an enterprise",
  企业认证: "Enterprise confirmation",
  所属税务机关: "Tax authority",
  "您的身份已核验，下一步选择要绑定的企业。":
    "Your identity is verified. Next, choose the enterprise to link.",
  已通过: "Passed",
  "已在办税服务厅采集，无需扫脸": "Recorded at a tax service hall, not needed",
  完成注册: "Complete registration",
  修改密码或用户名: "Change password or username",
  "信息有误，重新填写": "Something is wrong, start again",
  修改用户名: "Change username",
  重新开始企业用户注册: "Start registration as a user of an enterprise again",
  重新开始注册: "Start registration again",
  注册成功: "Registration complete",
  您的账户已可以使用: "Your account is ready",
  "请从自然人业务登录，验证码发送至您的电子邮箱。":
    "Sign in to individual services. Codes are sent to your email address. ",
  "请从自然人业务登录；与企业有关联关系的，也可以从企业业务、代理业务登录。":
    "Sign in to individual services. If you are linked to an enterprise you can also use enterprise or agency services. ",
  "登录时除密码外还需再验证一次。": "You will be asked for one more check after your password.",
  "税务登记中有您的企业：担任法定代表人的已自动绑定；其他身份请登录后在“账户中心”确认授权。":
    "Enterprises registered with you: those you legally represent are linked already. Confirm other roles in “My account” after you sign in.",
  返回首页: "Back to home page",
} as const;
