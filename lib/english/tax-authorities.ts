/** 所属税务机关 to choose from at 「登记」 (`lib/regions`). */
export const TAX_AUTHORITIES_ENGLISH = {
  国家税务总局昆明市税务局: "Tax bureau of Kunming",
  国家税务总局曲靖市税务局: "Tax bureau of Qujing",
  国家税务总局玉溪市税务局: "Tax bureau of Yuxi",
  国家税务总局保山市税务局: "Tax bureau of Baoshan",
  国家税务总局昭通市税务局: "Tax bureau of Zhaotong",
  国家税务总局丽江市税务局: "Tax bureau of Lijiang",
  国家税务总局普洱市税务局: "Tax bureau of Pu’er",
  国家税务总局临沧市税务局: "Tax bureau of Lincang",
  国家税务总局楚雄彝族自治州税务局: "Tax bureau of Chuxiong Yi Autonomous Prefecture",
  国家税务总局红河哈尼族彝族自治州税务局: "Tax bureau of Honghe Hani and Yi Autonomous Prefecture",
  国家税务总局文山壮族苗族自治州税务局:
    "Tax bureau of Wenshan Zhuang and Miao Autonomous Prefecture",
  国家税务总局西双版纳傣族自治州税务局: "Tax bureau of Xishuangbanna Dai Autonomous Prefecture",
  国家税务总局大理白族自治州税务局: "Tax bureau of Dali Bai Autonomous Prefecture",
  国家税务总局德宏傣族景颇族自治州税务局:
    "Tax bureau of Dehong Dai and Jingpo Autonomous Prefecture",
  国家税务总局怒江傈僳族自治州税务局: "Tax bureau of Nujiang Lisu Autonomous Prefecture",
  国家税务总局迪庆藏族自治州税务局: "Tax bureau of Diqing Tibetan Autonomous Prefecture",
} as const;
