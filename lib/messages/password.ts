/** What is wrong with a new password (K3). */
export const PASSWORD_MESSAGES = {
  PASSWORD_LENGTH: "密码长度为8至16个字符",
  PASSWORD_CHARACTERS: "密码只能由数字、字母和 . @ $ % * # _ + - ' & ^ 组成",
  PASSWORD_CLASSES: "密码须包含数字、字母、特殊字符中的至少两种",
  PASSWORD_COMMON: "该密码过于常见，容易被猜中，请换一个",
  PASSWORD_HAS_DOCUMENT_NUMBER: "密码不能包含您的证件号码",
  PASSWORD_HAS_PHONE: "密码不能包含您的手机号码",
  PASSWORD_HAS_USERNAME: "密码不能包含您的用户名",
  PASSWORD_SAME: "新密码不能与原密码相同",
  PASSWORDS_DIFFER: "两次填写的密码不一致，请重新填写",
} as const;
