import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps a form (业务表单) from being filed, and what to do about it. */
export const FILING_MESSAGES = {
  FILED_BY_PERSONS: "该事项以自然人身份办理，请先切换到自然人业务",
  FILED_BY_ENTERPRISES: "该事项以企业身份办理，请先切换到企业业务",
  FILED_BY_MANAGERS: "该事项只能由企业的法定代表人或财务负责人办理",
  FILED_BY_AGENCIES:
    "该事项由涉税专业服务机构以本机构的企业业务身份办理，当前企业未登记为涉税专业服务机构",
  FILING_NOT_FOUND: "未查询到该申报事项，请在“我的申报事项”中查看",
  FILING_ALREADY_SUBMITTED: "该表单已经提交，不会重复受理，请在“我的申报事项”中查看",
  DRAFTS_TOO_MANY: "草稿过多，请先在“我的申报事项”中提交或删除一些",
  STEP_UP_REQUIRED: "办理该业务前请先扫脸认证",
  FILING_NOT_PENDING: "该事项已经处理，不能撤回",

  PERIOD_ENDS_BEFORE_IT_BEGINS: "有效期止不能早于有效期起",
  COUNTRY_INVALID: "请填写国籍（地区）的两位字母代码，如 US、JP",
  TOO_MANY_PEOPLE: "一次最多添加10人，其余人员请分次报送",
  SAME_PERSON_TWICE: "同一人员填写了两次，请删除其中一行",
  NOTHING_CHANGED: "没有填写任何变更，请添加、修改或删除人员后再提交",
  CANNOT_REGISTER_YOURSELF: "不能为自己办理登记，请由企业的其他负责人办理",
  HANDLER_NOT_FOUND: "所选办税人员已不在登记信息中，请刷新后重试",
  ADDITIONS_TOO_MANY: "今日添加人员的次数过多，请明天再试",

  STAFF_REQUIRED: "请至少选择一名经办的税务代理人员",
  STAFF_LIST_EMPTY: "机构至少要列明一名税务代理人员，请添加人员",
  AGREEMENT_STAFF_UNLISTED:
    "所选人员不在《涉税专业服务机构（人员）基本信息采集表》中，请刷新后重新选择",
  CLIENT_IS_SELF: "委托企业不能是本机构",
  AGREEMENT_OVERLAPS: ({ staff = "", until = "" }: Params) =>
    `与该企业已有同一期间的协议（${staff}，有效期至${until}），请改为变更原协议`,
  AGREEMENT_PASSWORD_REQUIRED: "请设置协议密码",
  AGREEMENT_NOT_FOUND_HERE: "未查询到该协议，请刷新后重试",
  AGREEMENT_NOT_WAITING: "该协议已经处理，请刷新后查看",
  RECOGNITION_NOT_HERE: "本地区的协议报送后即时生效，不需要认定",

  PROJECT_REGION_UNKNOWN: "请选择项目地",
  NOTHING_TO_CONFIRM: "该企业已经完成信息确认，或您不是其法定代表人",
} as const;
