import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What officers are told of a file of registry data (数据导入, T2): of the file, of a line, of the run. */
export const IMPORT_MESSAGES = {
  FILE_REQUIRED: "请选择要导入的CSV文件",
  FILE_TOO_LONG: ({ max = "" }: Params) => `文件不能超过${max}MB，请拆分后分次导入`,
  FILE_EMPTY: "文件是空的，请重新选择",
  FILE_ENCODING: "无法识别文件的字符编码，请另存为“CSV UTF-8”后重新上传",
  FILE_SYNTAX: "从此行起不是CSV格式，常见原因是引号没有成对，请检查后重新上传",
  FILE_WITHOUT_LINES: "文件只有标题，没有数据",
  FILE_LOST: "文件已不在服务器上，请重新上传",
  UPLOAD_FAILED: "上传中断，请检查网络后重新上传",
  COLUMN_MISSING: ({ label = "" }: Params) => `标题行缺少“${label}”列，请使用模板`,
  COLUMN_TWICE: ({ label = "" }: Params) => `标题行中“${label}”列出现了多次`,
  COLUMN_UNKNOWN: "标题行中有模板以外的列，请使用模板",
  TOO_MANY_CELLS: "此行的列数多于标题行",
  WORD_UNKNOWN: ({ label = "此项" }: Params) => `${label}不是模板说明中的取值`,
  LANDLINE_INVALID: "固定电话只能由数字、括号、短横线和“转”组成",
  DEPARTMENT_REQUIRED: "法定代表人须写明数据来源：市场监管、民政或社保",
  DEPARTMENT_FOR_LEGAL_REPRESENTATIVE: "只有法定代表人填写数据来源",
  LEGAL_REPRESENTATIVE_WITHOUT_PERIOD: "法定代表人没有有效期，请留空",

  ROW_TWICE: "与前面的一行完全相同，不重复导入",
  ROWS_CONTRADICT: "与文件中另一行说的是同一对象，内容却不同",
  MOBILE_OF_SEVERAL: "该移动电话对应多人，按“一号只能对应一人”全部置空",
  ENTERPRISE_OF_OTHER_BUREAU: "该企业由其他地区税务机关管理，不能导入",
  ENTERPRISE_STAYS_CLOSED: "该企业已注销，不能通过导入恢复",
  ENTERPRISE_OF_OTHER_KIND: "主体类型与已登记的不同",
  ENTERPRISE_NOT_REGISTERED_HERE: "本地区没有登记该企业，请先导入企业登记信息",
  ENTERPRISE_IS_CLOSED: "该企业已注销，不能登记人员",
  PERSON_NOT_REGISTERED_YET: "没有该人员，请先导入人员信息",
  PERSON_HAS_OTHER_NAME: "该证件已登记为其他姓名，请核对",
  LEGAL_REPRESENTATIVE_TWICE: "文件中该企业有多名法定代表人",
  OFFICERS_OWN_RELATION: "不能导入经办或复核人员本人的关联关系，请由其他税务人员办理",
  OFFICERS_OWN_ENTERPRISE: "不能导入经办或复核人员本人有关联关系的企业，请由其他税务人员办理",

  IMPORT_NOT_OPEN: "该导入已经结束，或不是您新建的",
  IMPORT_NOT_READY: "该导入还有错误或尚未校验完，请刷新页面查看",
  IMPORT_WAITS: "该导入正在等待复核；需要修改的，请先在“复核”中撤回",
  IMPORT_BUSY: "该导入正在上传文件，请稍后再试",
  IMPORT_CHANGED: "该导入在提交复核后发生了变化，请由经办人重新提交",
} as const satisfies Record<string, string | ((params: Params) => string)>;
