/**
 * Passwords that satisfy the rule of two classes and are still the first anyone tries (常用弱密码), lower case: keyboard rows,
 * words with a year or a row of digits, the bureau's own words.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qazxsw2 zaq12wsx zaq1zaq1 zaq1xsw2
  q1w2e3r4 q1w2e3r4t5 qwer1234 qwert123 qwert12345 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456
  qweasd123 qweasdzxc123 qwe12345 qwe123456 qwe123qwe 123qweasd 123qweasdzxc 123qwe123 123456qwe qwer@1234 qwe@1234
  asdf1234 asd12345 asd123456 asdfgh123 asdasd123 zxc12345 zxc123456 zxcvbnm1 zxcvbnm123 zxcv1234
  abc12345 abc123456 abc1234567 abc123456789 abcd1234 abcd12345 abcd123456 abcde12345 abcdef123 abc123abc abcabc123
  12345abc 123456abc 1234abcd 12345678a 123456789a a12345678 a123456789 a1234567 a1b2c3d4 aa123456 aa12345678
  aaa111222 aaa12345 aaa123456 aaaa1111 aaaa1234 111111aa 1111aaaa 11111111a 112233aa 123123aa 123123abc aa112233
  123456aa 1234567a 12345qwert 12345678q q12345678 q123456789 qq123456 qq12345678 qq123123 qq123456789 w12345678
  z12345678 z123456789 zz123456 x12345678 s12345678 l12345678 wang1234 zhang123 wang123456 zhang123456 li123456
  password1 password12 password123 password1234 passw0rd passw0rd1 pass1234 pass@123 pass@1234 p@ssw0rd p@ssw0rd1
  p@ssw0rd123 p@ssword p@ssword1 password@1 password@123 passwd123 passw0rd123
  admin123 admin1234 admin12345 admin123456 admin@123 admin@1234 admin#123 admin888 admin8888 root1234 root@123
  test1234 test12345 test123456 test@123 user1234 guest123 welcome1 welcome123 welcome@123 changeme1 letmein1
  iloveyou1 iloveyou123 woaini520 woaini521 woaini123 woaini1314 woaini520520 520woaini 5201314a 5201314abc a5201314
  wo123456 ni123456 nihao123 nihao1234 love1314 love5201314 taobao123 baidu123 weixin123 alipay123 huawei123
  china123 china2008 china@123 beijing2008 shanghai1 a111111111 a1111111 a88888888 a8888888 aa888888 88888888a
  qaz12345 qaz123456 qazwsx12 qazwsx123 qazwsxedc1 wsx12345 monkey123 dragon123 football1 baseball1 superman1
  sunshine1 princess1 michael1 computer1 internet1 samsung1 killer123 master123 hello123 hello1234 hello12345
  swsw1234 shuiwu123 shuiwu12366 swj12366 tax12366 tax123456 etax1234 etax12366 dzswj123 guoshui123 dishui123
  kuaiji123 caiwu123 nashui123 shui12366 12366swj 12366tax banshui123 qiye1234 gongsi123
`
    .trim()
    .split(/\s+/),
);
