import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

const LIGHT = "请在光线充足、背景没有其他人脸的地方正对屏幕重试";

/** 「今日还可尝试N次」 where the failure counts. */
function withLeft(text: string) {
  return ({ left }: Params) => (left === undefined ? text : `${text}，今日还可尝试${left}次`);
}

/** What a face check or the enrolment of a face is told (R4; 西藏 二(一)4, 山东 4 and 17). */
export const FACE_MESSAGES = {
  FACE_SERVICE_BUSY: "实名核验服务繁忙，请稍后重试",
  FACE_NO_REFERENCE: "未查询到您的人脸实名信息，请到办税服务场所进行线下扫脸实名",
  FACE_CHECK_ENDED: "本次扫脸已结束，请重新开始",
  FACE_FRAMES_INVALID: "拍摄的画面未能读取，请重新扫脸",

  FACE_NO_FACE: `没有拍到您的面部，${LIGHT}`,
  FACE_TWO_FACES: `画面中有其他人脸，${LIGHT}`,
  FACE_TOO_DARK: `光线太暗，${LIGHT}`,
  FACE_TOO_SMALL: "面部离镜头太远，请靠近一些重试",
  FACE_TOO_FEW_FRAMES: "拍到的正面画面太少，请保持面部在框内，按照提示做完动作",
  FACE_TIMED_OUT: "扫脸已超时，请重新开始，并按照提示及时做动作",
  FACE_PROMPT_NOT_FOLLOWED: withLeft("动作与提示不一致，请按照提示依次做明显动作，以便系统判断"),
  FACE_STILL_PICTURE: withLeft("没有检测到面部动作，请本人面对镜头，按照提示做明显动作"),
  FACE_PERSON_CHANGED: withLeft("扫脸过程中更换了人员，请由同一人完成"),
  FACE_REPLAYED: withLeft("画面与之前的扫脸相同，请本人面对镜头重新扫脸"),
  FACE_NOT_SAME_PERSON: withLeft(
    "人脸比对未通过，请确认由本人操作且能清晰拍摄人脸；仍未通过的，请前往办税服务大厅进行实名信息采集，或到公安部门更新身份采集信息",
  ),

  FACE_PERSON_UNKNOWN: "没有持该证件的人员，请核对证件号码、类型和国籍（地区）",
  FACE_CONSENT_REQUIRED: "采集人脸信息须先经本人单独同意",
  FACE_PHOTO_INVALID: "照片无法读取，请使用 5 MB 以内的 JPG 或 PNG 照片",
  FACE_PHOTO_NO_FACE: "照片中没有找到人脸，请更换清晰的正面照片",
  FACE_PHOTO_TWO_FACES: "照片中有多张人脸，请使用只有本人的照片",
  FACE_PHOTO_TOO_SMALL: "照片中的人脸太小，请使用面部更大、更清晰的照片",
  FACE_PHOTO_NOT_FRONTAL: "照片不是正面，请更换正对镜头的照片",
} satisfies Record<string, string | ((params: Params) => string)>;
