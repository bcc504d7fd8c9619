/** Words of the frame of every public page. */
export const FRAME_ENGLISH = {
  电子税务局统一登录门户: "Electronic Tax Bureau Sign-in Portal",
  选择税务局: "Choose a tax bureau",
  跳到主要内容: "Skip to main content",
  深色显示: "Dark appearance",
  改用浅色显示: "Use light appearance",
  改用深色显示: "Use dark appearance",
  纳税缴费服务热线: "Tax service hotline",
} as const;

/** Words of pages that failed or are not there: those cannot know the language before they are in the browser. */
export const TROUBLE_ENGLISH = {
  ...FRAME_ENGLISH,
  页面不存在: "Page not found",
  "您访问的网址不存在，可能是网址输入有误，或该页面已经调整。":
    "There is no page at this address. It may have been mistyped, or the page may have moved.",
  "请核对网址，注意字母和斜杠。": "Check the address, letters and slashes included.",
  "也可以重新选择税务局，从首页进入。":
    "You can also choose a tax bureau and start from its home page.",
  "需要帮助请拨打 12366。": "For help, call 12366.",
  页面暂时无法打开: "This page cannot be opened at the moment",
  "系统处理您的请求时出现故障，这不是您的操作造成的。未提交成功的内容没有保存。":
    "Something went wrong on our side. It was nothing you did. What was not submitted has not been saved.",
  "请稍等片刻，再点“重新加载”。": "Wait a moment, then press “Reload”.",
  "仍然打不开时，请拨打 12366，并告知下面的时间和编号。":
    "If it still does not open, call 12366 and quote the time and number below.",
  发生时间: "Time",
  故障编号: "Reference",
  无: "None",
  重新加载: "Reload",
} as const;
