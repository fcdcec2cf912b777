/**
 * Two sentences a text, written for the project in the manner of United Nations documents, in languages that are none of
 * the six and must not be taken for one of them.
 */
export const foreignTexts: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Der Ausschuss nahm den Bericht des Sekretariats über die Leuchttürme an der Küste zur Kenntnis. Er bat die Mitgliedstaaten, ihre Angaben bis zum Ende des Jahres zu übermitteln.',
    'Die Ständige Vertretung beehrt sich, den Text der Vereinbarung zu übersenden. Sie bittet darum, dieses Schreiben als Dokument zu verteilen.',
    'In einer Note an das Sekretariat dankte die Regierung für die Hilfe. Alle Parteien waren in der Stadt.'
  ],
  it: [
    'Il Comitato ha preso atto della relazione del segretariato sui fari della costa. Ha chiesto agli Stati membri di trasmettere i loro dati entro la fine dell’anno.',
    'La Missione permanente ha l’onore di trasmettere il testo dell’accordo. Essa chiede che la presente lettera sia distribuita come documento.',
    'Una nota al segretario generale e alla presidenza. No, la sala non era pronta per la sessione, come si è visto.'
  ],
  pt: [
    'O Comité tomou nota do relatório do secretariado sobre os faróis da costa. Solicitou aos Estados-Membros que transmitissem os seus dados até ao final do ano.',
    'A Missão Permanente tem a honra de transmitir o texto do acordo. Solicita que a presente carta seja distribuída como documento.',
    'A carta do secretário para a sessão de abril foi entregue por correio. Como se sabe, o plano de trabalho para este ano continua sobre a mesa.'
  ],
  nl: [
    'Het Comité nam kennis van het verslag van het secretariaat over de vuurtorens langs de kust. Het verzocht de lidstaten hun gegevens voor het einde van het jaar in te dienen.',
    'De Permanente Vertegenwoordiging heeft de eer de tekst van de overeenkomst toe te zenden. Zij verzoekt deze brief als document te verspreiden.',
    'De tekst is in april naar de leden van de raad gegaan. Het plan was op tijd klaar, en de zaal is open.'
  ],
  ca: [
    'El Comitè va prendre nota de l’informe de la secretaria sobre els fars de la costa. Va demanar als estats membres que enviessin les seves dades abans de final d’any.',
    'La Missió Permanent té l’honor de trametre el text de l’acord. Demana que aquesta carta es distribueixi com a document.'
  ],
  ro: [
    'Comitetul a luat act de raportul secretariatului privind farurile de pe coastă. El a cerut statelor membre să transmită datele lor până la sfârșitul anului.',
    'Misiunea permanentă are onoarea de a transmite textul acordului. Ea solicită ca prezenta scrisoare să fie distribuită ca document.'
  ],
  sv: [
    'Kommittén noterade sekretariatets rapport om fyrarna längs kusten. Den bad medlemsstaterna att lämna sina uppgifter före årets slut.',
    'Ständiga representationen har äran att översända avtalets text. Den ber att detta brev delas ut som ett dokument.'
  ],
  da: [
    'Komitéen tog sekretariatets rapport om fyrene langs kysten til efterretning. Den bad medlemsstaterne om at indsende deres oplysninger inden årets udgang.',
    'Den faste repræsentation har den ære at fremsende teksten til aftalen. Den anmoder om, at dette brev omdeles som et dokument.'
  ],
  pl: [
    'Komitet przyjął do wiadomości sprawozdanie sekretariatu o latarniach morskich na wybrzeżu. Zwrócił się do państw członkowskich o przekazanie danych do końca roku.',
    'Stałe Przedstawicielstwo ma zaszczyt przekazać tekst porozumienia. Prosi o rozpowszechnienie niniejszego listu jako dokumentu.'
  ],
  tr: [
    'Komite, sekreterliğin kıyıdaki deniz fenerleri hakkındaki raporunu dikkate aldı. Üye devletlerden verilerini yıl sonuna kadar iletmelerini istedi.',
    'Daimi Temsilcilik, anlaşmanın metnini iletmekten onur duyar. Bu mektubun belge olarak dağıtılmasını rica eder.'
  ],
  id: [
    'Komite mencatat laporan sekretariat tentang mercusuar di sepanjang pantai. Komite meminta negara anggota untuk menyampaikan data mereka sebelum akhir tahun.',
    'Perwakilan Tetap mendapat kehormatan untuk menyampaikan naskah perjanjian. Perwakilan meminta agar surat ini diedarkan sebagai dokumen.'
  ],
  sw: [
    'Kamati ilizingatia ripoti ya sekretarieti kuhusu minara ya taa kwenye pwani. Iliomba nchi wanachama kuwasilisha takwimu zao kabla ya mwisho wa mwaka.',
    'Ujumbe wa Kudumu una heshima ya kuwasilisha maandishi ya makubaliano. Unaomba barua hii isambazwe kama hati.'
  ],
  vi: [
    'Ủy ban đã ghi nhận báo cáo của ban thư ký về các ngọn hải đăng dọc bờ biển. Ủy ban đề nghị các quốc gia thành viên gửi số liệu trước cuối năm.',
    'Phái đoàn thường trực hân hạnh chuyển văn bản của thỏa thuận. Phái đoàn đề nghị thư này được phân phát như một tài liệu.'
  ],
  af: [
    'Die Komitee het kennis geneem van die sekretariaat se verslag oor die vuurtorings langs die kus. Dit het die lidstate gevra om hul gegewens voor die einde van die jaar in te dien.'
  ],
  gl: [
    'O Comité tomou nota do informe da secretaría sobre os faros da costa. Solicitou aos Estados membros que enviasen os seus datos antes de que remate o ano.'
  ],
  bg: [
    'Комитетът взе под внимание доклада на секретариата за фаровете по крайбрежието. Той поиска от държавите членки да предоставят своите данни до края на годината.',
    'Постоянното представителство има честта да предаде текста на споразумението. То моли това писмо да бъде разпространено като документ.'
  ],
  uk: [
    'Комітет узяв до відома доповідь секретаріату про маяки на узбережжі. Він попросив держави-члени надати свої дані до кінця року.'
  ],
  be: [
    'Камітэт прыняў да ведама даклад сакратарыята аб маяках на ўзбярэжжы. Ён папрасіў дзяржавы-члены прадставіць свае даныя да канца года.'
  ],
  sr: [
    'Комитет је примио к знању извештај секретаријата о светионицима на обали. Затражио је од држава чланица да доставе своје податке до краја године.'
  ],
  mk: [
    'Комитетот го зеде предвид извештајот на секретаријатот за светилниците на брегот. Тој побара од земјите членки да ги достават своите податоци до крајот на годината.'
  ],
  kk: [
    'Комитет хатшылықтың жағалаудағы шамшырақтар туралы баяндамасын назарға алды. Ол мүше мемлекеттерден деректерін жыл соңына дейін ұсынуды сұрады.'
  ],
  fa: [
    'کمیته گزارش دبیرخانه درباره فانوس‌های دریایی ساحل را مورد توجه قرار داد. کمیته از کشورهای عضو خواست داده‌های خود را تا پایان سال ارائه کنند.'
  ],
  ur: [
    'کمیٹی نے ساحل کے میناروں کے بارے میں سیکرٹریٹ کی رپورٹ کا نوٹس لیا۔ اس نے رکن ممالک سے کہا کہ وہ سال کے آخر تک اپنے اعداد و شمار پیش کریں۔'
  ],
  ja: [
    '委員会は、沿岸の灯台に関する事務局の報告書に留意した。委員会は、加盟国に対し、年末までに資料を提出するよう要請した。'
  ],
  ko: [
    '위원회는 해안 등대에 관한 사무국의 보고서에 유의하였다. 위원회는 회원국에 연말까지 자료를 제출하도록 요청하였다.',
    '유엔(UN) 위원회는 등대에 관한 보고서(報告書)에 유의하였다. 위원회는 회원국에 자료를 요청하였다.'
  ],
  el: ['Η Επιτροπή έλαβε υπόψη την έκθεση της γραμματείας (UN) για τους φάρους της ακτής. Ζήτησε από τα κράτη μέλη να υποβάλουν τα στοιχεία τους πριν από το τέλος του έτους.'],
  he: ['הוועדה רשמה לפניה את דוח המזכירות (UN) בדבר המגדלורים לאורך החוף. היא ביקשה מהמדינות החברות להגיש את נתוניהן עד סוף השנה.'],
  hi: ['समिति ने तट के प्रकाशस्तंभों पर सचिवालय की रिपोर्ट (UN) पर ध्यान दिया। उसने सदस्य राज्यों से वर्ष के अंत तक अपने आँकड़े प्रस्तुत करने को कहा।']
}
