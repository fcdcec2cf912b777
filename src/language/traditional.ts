/** Traditional Chinese characters to simplified ones, for comparing: versions and dictionaries come in either. */

/**
 * Characters of formal prose that simplified text does not have, by code point; those that it has too (`里`, `干`, `乾`) are left,
 * but for two that are rare there. A test holds both lists to the national character sets.
 */
export const traditional =
  '並亂亞佈佔來侖係俠倆倉個們倫偉側偵偽傑備傭傳債傷傾僅僑僱價儀億儉償優儲兇兒內兩冊凍凱別刪則剛創劃劇劑勁動務勝勞勢勳勵勸匯' +
  '區協卻厲參吳員唄問啟喚喪喬單嗎嘆嘔嘗嚇嚴囑國圍園圓圖團執堅堯報場塊塵墊墜墮壇壓壘壞壟壩壯壽夠夢夾奧奪奮婁婦媽嫺嬰孫學孿宮' +
  '寢實寧審寫寬寶將專尋對導屆屍層屬岡島峽崗嶺嶼巒巖帥師帳帶幟幣幫幹幾庫廈廟廠廢廣廳張強彆彈彌彎彙後徑從徹恆悅悶惡惱愛態慘慚' +
  '慣慮慶憂憐憑憤憲憶懇應懲懷懸懼戀戰戲戶拋挾捨掃掛採揀揚換揮損搖搶摯撐撥撫撲擁擇擊擋擔據擬擴擺擾攔攜攝敗敵數斂斷於昇時晉晝' +
  '暫曆曉曬書會東條棄棗棟棲楊業極榮構槍樁樂樑樓標樞樣樸樹橋機橫檔檢檯櫃欄權歐歡歲歷歸殘殺殼毀毆氈氣氫決沒況淚淨淵淺減測渾湧' +
  '準溝溫滄滅滬滯滲滿漁漢漲漸潔潛潤澇澤濃濕濟濫濱瀆瀕瀾灘灣災為烏無煉煙熱燈燒營燦燭爐爛爭爾牆牽狀狹猶獄獎獨獲獵獸獻現瑪環瓊' +
  '產畝畢畫異當疊瘋瘧療癒發皺盜盡監盤盧眾睜矚矯砲碩確碼礎礙礦祿禍禦禮禱稅種稱穀穌積穩窩窮竄競筆筍節範築簡簽籃籌籤籲糧紀約紅' +
  '紋納純紙級紛紮細紹終組絆結絕絡給統絲經綜綠維綱網綴緊緒線緝締緣編緩緬緯練縣縫縮縱總績繃織繞繩繪繳繼續纜罰罵罷羅義習翹聖聞' +
  '聯聰聲聳職聽肅脅脈脫腦腫腳膚膠膽臉臨臺與舉舊艙艦艱莊莖華萊萬葉蒼蓋蓮蔣薦薩藍藝藥蘇蘊蘋蘭處虛虜號虧蝕蟲蠻術衛衝袞裏補裝裡' +
  '製複襲見規視親覺覽觀觸訂訃計訊討訓託記訟訪設許訴診註詐評詞詢試詩詰話該詳誇誌認誕誘語誠誣誤說誰課調談請諒論諮諸諾謀謂謊謙' +
  '講謝謠證識譜譯議譴護讀變讓讚豎豐豬貝貞負財貢貧貨販貪貫責貴買貸費貼貿賀賄資賊賓賜賞賠賢賣賤賦質賬賭賴賺購賽贈贊贏贓趕趙趨' +
  '跡蹟蹤躍車軌軍軟較載輔輕輛輝輩輪輯輸輻輿轄轉辦辭辯農迴逕這連週進遊運過達違遙遜遞遠適遲遷選遺遼邁還邊郵鄉鄧鄭鄰醜醞醫釀釋' +
  '釐針鈔鈞鈽鈾鉀鉅鉛鉤銀銅銘銳銷鋁鋒鋪鋸鋼錄錢錦錫錯鍊鍋鍛鍵鎖鎮鎳鏈鏡鐘鐵鑄鑑鑒鑽長門閃閉開閒間閘閣閥閩閱闊闖關闡陝陣陰陳' +
  '陸隊階際隨險隱隸隻雋雖雙雜雞離難雲電霧靈靜韌韓響頁頂項順須預頑頒頓頗領頭頸頻顆題額顏願顛類顧顯風飄飛飢飯飲飾養餓餘館餵饉' +
  '饋饑馬馳駁駐駕駛騎騙騰驅驗驚驟髒體鬆鬥鬧鬱魚魯鮮鳥鳴鹵鹹鹼鹽麗麥麵麼黃點黨黴齊齒齡龍龜'

/** The simplified character of each. */
export const simplified =
  '并乱亚布占来仑系侠俩仓个们伦伟侧侦伪杰备佣传债伤倾仅侨雇价仪亿俭偿优储凶儿内两册冻凯别删则刚创划剧剂劲动务胜劳势勋励劝汇' +
  '区协却厉参吴员呗问启唤丧乔单吗叹呕尝吓严嘱国围园圆图团执坚尧报场块尘垫坠堕坛压垒坏垄坝壮寿够梦夹奥夺奋娄妇妈娴婴孙学孪宫' +
  '寝实宁审写宽宝将专寻对导届尸层属冈岛峡岗岭屿峦岩帅师帐带帜币帮干几库厦庙厂废广厅张强别弹弥弯汇后径从彻恒悦闷恶恼爱态惨惭' +
  '惯虑庆忧怜凭愤宪忆恳应惩怀悬惧恋战戏户抛挟舍扫挂采拣扬换挥损摇抢挚撑拨抚扑拥择击挡担据拟扩摆扰拦携摄败敌数敛断于升时晋昼' +
  '暂历晓晒书会东条弃枣栋栖杨业极荣构枪桩乐梁楼标枢样朴树桥机横档检台柜栏权欧欢岁历归残杀壳毁殴毡气氢决没况泪净渊浅减测浑涌' +
  '准沟温沧灭沪滞渗满渔汉涨渐洁潜润涝泽浓湿济滥滨渎濒澜滩湾灾为乌无炼烟热灯烧营灿烛炉烂争尔墙牵状狭犹狱奖独获猎兽献现玛环琼' +
  '产亩毕画异当叠疯疟疗愈发皱盗尽监盘卢众睁瞩矫炮硕确码础碍矿禄祸御礼祷税种称谷稣积稳窝穷窜竞笔笋节范筑简签篮筹签吁粮纪约红' +
  '纹纳纯纸级纷扎细绍终组绊结绝络给统丝经综绿维纲网缀紧绪线缉缔缘编缓缅纬练县缝缩纵总绩绷织绕绳绘缴继续缆罚骂罢罗义习翘圣闻' +
  '联聪声耸职听肃胁脉脱脑肿脚肤胶胆脸临台与举旧舱舰艰庄茎华莱万叶苍盖莲蒋荐萨蓝艺药苏蕴苹兰处虚虏号亏蚀虫蛮术卫冲衮里补装里' +
  '制复袭见规视亲觉览观触订讣计讯讨训托记讼访设许诉诊注诈评词询试诗诘话该详夸志认诞诱语诚诬误说谁课调谈请谅论咨诸诺谋谓谎谦' +
  '讲谢谣证识谱译议谴护读变让赞竖丰猪贝贞负财贡贫货贩贪贯责贵买贷费贴贸贺贿资贼宾赐赏赔贤卖贱赋质账赌赖赚购赛赠赞赢赃赶赵趋' +
  '迹迹踪跃车轨军软较载辅轻辆辉辈轮辑输辐舆辖转办辞辩农回径这连周进游运过达违遥逊递远适迟迁选遗辽迈还边邮乡邓郑邻丑酝医酿释' +
  '厘针钞钧钚铀钾巨铅钩银铜铭锐销铝锋铺锯钢录钱锦锡错炼锅锻键锁镇镍链镜钟铁铸鉴鉴钻长门闪闭开闲间闸阁阀闽阅阔闯关阐陕阵阴陈' +
  '陆队阶际随险隐隶只隽虽双杂鸡离难云电雾灵静韧韩响页顶项顺须预顽颁顿颇领头颈频颗题额颜愿颠类顾显风飘飞饥饭饮饰养饿余馆喂馑' +
  '馈饥马驰驳驻驾驶骑骗腾驱验惊骤脏体松斗闹郁鱼鲁鲜鸟鸣卤咸碱盐丽麦面么黄点党霉齐齿龄龙龟'

/** The code of the simplified character of each, by that of the traditional one; made when it is first asked for. */
let folds: Uint16Array | undefined

function makeFolds(): Uint16Array {
  const made = new Uint16Array(0x10000)
  ;[...traditional].forEach((character, index) => (made[character.charCodeAt(0)] = simplified.charCodeAt(index)))
  return made
}

/** A text with traditional characters made simplified; the same text where it has none. */
export function foldTraditional(text: string): string {
  const table = (folds ??= makeFolds())
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const other = table[text.charCodeAt(at)]
    if (other === undefined || other === 0) continue
    folded += text.slice(from, at) + String.fromCharCode(other)
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
