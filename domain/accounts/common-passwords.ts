// What many people choose, in Việt Nam and elsewhere: these words, also with digits before or behind. Folded, letters and digits only.

const words = `
password passw0rd p4ssword password1 pass123word qwerty qwertyuiop qwertyui asdfghjkl asdfghjklz zxcvbnm zxcvbnmasd qazwsx qazwsxedc
1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5 iloveyou iloveyouu letmein welcome admin administrator adminadmin root
master monkey dragon football baseball superman batman princess sunshine shadow michael jordan liverpool chelsea arsenal manchester
manutd realmadrid barcelona ronaldo messi google facebook youtube gmail yahoo zalo tiktok internet computer samsung iphone apple
abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcxyz abcabc abcdabcd aabbcc xyz test testtest tester demo guest user username login
changeme default secret secret123 hello helloworld freedom whatever starwars pokemon naruto onepiece doraemon conan
matkhau matkhaumoi matkhaucuatoi matkhaula matkhauday khongbiet khongco khongcomatkhau toikhongbiet quenmatkhau datmatkhau
anhyeuem emyeuanh yeuem yeuanh yeuemnhieu yeuanhnhieu anhyeuemnhieu emyeuanhnhieu yeumaimai maiyeuem maiyeuanh yeuvo yeuchong voyeu
chongyeu conyeu conyeubame bameoi bome bomeoi meoi yeume yeubome yeucon giadinh giadinhtoi giadinhlasomot vochong tinhyeu tinhyeucuatoi
nhoem nhoanh nhoemnhieu motminh codon buon buonqua hanhphuc mainhoem emoi anhoi anhem emgai chipheo
vietnam vietnamvodich vietnamvodoi vietnamtoiyeu toiyeuvietnam vietnamque huong saigon hanoi hanoitoiyeu hochiminh tphcm danang haiphong
nghean thanhhoa hatinh haiduong bacninh bacgiang namdinh thaibinh quangninh cantho danangtoiyeu doctap hocsinh sinhvien giaovien
chucmungnammoi happynewyear hoctap lamviec laodong xuatkhau xuatkhaulaodong xkld xklt dilamviec vieclam ngoainuoc vieclamngoainuoc
nhatban hanquoc dailoan duhoc duhocnhatban
toilaai toila toilatoi langtham lanhlung cuocsong cuocdoi trumcuoi daica dieu dung nguyen nguyenvan nguyenthi tranvan tranthi levan lethi
phamvan phamthi hoangvan hoangthi cobac concho conheo conmeo congai concho maica deocho deobiet dmm dkm clgt vcl
congty congtyxuatkhau giamdoc nhanvien ketoan
`;
const bases: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));

const rows = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
];
const inRow = (text: string): boolean => {
  const backwards = [...text].reverse().join("");
  return rows.some((row) => row.includes(text) || row.includes(backwards));
};
/** One short piece again and again: 121212…, abcabcabc. */
const repeats = (text: string): boolean => /^(.{1,5})\1+.{0,4}$/.test(text) && new Set(text).size < 6;

/** `folded`: lower case, without marks, letters and digits only. */
export function isCommonPassword(folded: string): boolean {
  // Nothing but digits, as long as a telephone number or a date or two: what is tried first here.
  if (/^\d{0,12}$/.test(folded) || inRow(folded) || repeats(folded) || bases.has(folded)) return true;
  const word = folded.replace(/^\d+|\d+$/g, "");
  return bases.has(word) || inRow(word) || (word.length > 0 && repeats(word));
}
