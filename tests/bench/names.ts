/** What names are made of. */

export const surnames = Array.from(
  "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘於蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯",
);
export const givenNames = Array.from(
  "偉芳娜秀英敏靜麗強磊軍洋勇豔傑娟濤明超蘭霞平剛桂建中文華國志海永春雪梅雲龍玉生紅光天新利清飛彬富順信子昌成康星茂進林有堅和彪博誠先敬震振壯會思群豪心邦承樂紹功松善厚慶",
);
export const english = ["James", "Mary", "Robert", "Linda", "David", "Susan", "Daniel", "Karen", "Kevin", "Helen"];
export const places = Array.from("東西南北中華海天江山雲星光龍金玉新大長安");
export const trades = ["科技", "半導體", "電子", "微電子", "資本", "大學", "實驗室"];
export const syllables = ["ka", "ri", "mo", "ten", "vel", "dor", "xi", "lan", "qu", "sor", "bei", "nar", "tek", "zu"];
