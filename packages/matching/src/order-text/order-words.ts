// SPDX-License-Identifier: Apache-2.0
// Data: what an order says besides goods and numbers, in Urdu, Roman Urdu and English.
import { oneScript } from '../fold/letters.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean).map(oneScript))

/** Say nothing about what is wanted. */
export const courtesies = words(`
  a an the of to for in on at is are be it this that these those my me we us i im our you your u ur and or also with from will would like want wants need needs
  needed require required please pls plz kindly send ship deliver delivered delivery dispatch arrange quote quotation order orders ordered can could should have has
  had hello hi dear sir madam thanks thank regards hope well good morning asap urgent urgently soon confirm just only more another total-3 qty quantity pick get give
  add include including them they some now then here as per wait so do not-3 received message your item items following below required available stock again be-3 order's let make-3
  price-3 cost much how what which when where if any by-3 best
  salam assalam assalamualaikum aslam-3 walaikum o alaikum aoa asalam alikum bhai bhaijan bhaya janab sahab sahib saab g ji jee yar ustad haji-3 mehrbani meharbani shukria shukriya
  chahiye chahiyen chahye chaiye chahie chahiya chaheye chahein chahta hai hain hy he ho hoga tha thi the-3 hun hoon hon ga gi ge mujhe mujhay humein hamein humain hame ham hum mera mere meri
  ka ki ke kay ko se say mein main men me-3 par pe pr-3 wala wali walay wale waly walon bhej bhejo bhejna bhejein bhaijo bhijwa bhijwana bhejdo dena dein den dain dijiye dijiyega de dy kar kr karo karein karen
  kardo kardein krdo krna karna karni do-3 lena leni lelo le rakh rakho rakhna rakhein likh likho likhlo laga lagao pack jaldi zaroor zaruri fori abhi zara bas sirf bhi phir or-3 tak tk kitne kitni kitna kia kya kaise hisab mutabiq
  order aur-3 subah shaam sham dopahar raat din-3 tareekh-3 fi per koi kuch yeh ye woh wo is us un in pakka maal mal saman saman-e bheje bhijwaen bhijwayen bhijwao mangwa mangwana mangwao hisaab khana patti powdr
  سلام السلام علیکم وعلیکم بھائی جان جناب صاحب جی یار استاد مہربانی شکریہ چاہیے چاہئیے چاہئے چاہیں چاہئیں ہے ہیں ہو ہوگا تھا تھے ہوں گا گی گے مجھے ہمیں میرا میرے میری ہم
  کا کی کے کو سے میں پر والا والی والے بھیج بھیجو بھیجنا بھیجیں بھجوا بھجوانا دینا دیں دیجیے دیجئے دے کر کرو کریں کرنا کرنی لینا لینی لے لو رکھ رکھو رکھیں لکھ لکھیں لگا پیک جلدی ضرور فوری ابھی ذرا بس صرف بھی پھر تک
  کتنے کتنی کتنا کیا حساب مطابق آرڈر صبح شام دوپہر رات فی کوئی کچھ یہ وہ اس ان پکا مال سامان منگوا منگوانا منگوائیں دو پتی بھجوائیں
`)

/** Between two lines that stand in one sentence. */
export const joiners = words('and aur or-3 plus n اور نیز')

/** What was said is not so: the number before it, in Urdu; what follows it, in English. */
export const notWords = words('nahi nahin nai nhi nahe nahein نہیں نہی')
export const englishNot = words('not no')

/** What was said before is put right. */
export const corrections = words(
  'sorry actually correction corrected instead make change changed update revise galti ghalti ghalat balke balkay بلکہ غلطی غلط سوری',
)
/** `10 ki jagah 15`: what stands before is given up. */
export const insteadBehind = words('jagah jaga جگہ')
/** Verbs by which a number is set: `12 kar do`. */
export const settingVerbs = words('kar kr karo kardo karein karen krdo kardein badal make کر کرو کریں بدل')

/** A line is taken back. */
export const cancelWords = words(
  'cancel cancelled canceled remove delete drop rehne rehny rahne rahney chor chorr chhor hata hatao band mat کینسل منسوخ رہنے چھوڑ ہٹا بند مت',
)

/** Stands before a price, or behind it. */
export const priceBefore = words(
  'rate price at rs rs. rupees inr usd eur gbp dollar dollars qeemat keemat qimat bhao bhaav ریٹ قیمت بھاؤ روپے',
)
export const priceBehind = words(
  'rupay rupaye rupees rupee rupaiye rs rupe dollar dollars wala wali walay wale waly روپے روپیہ روپیے والا والی والے ڈالر',
)
export const likeWala = words('wala wali walay wale waly والا والی والے')

/** Words of the head and of the foot of a table. */
export const tableWords = words(
  's sr no item items product products description particulars detail details qty quantity unit units uom price rate amount total value code hsn tax subtotal sub grand gst vat discount balance net-3 due invoice bill date payable round off freight delivery charges previous sno مقدار ریٹ رقم میزان تفصیل شے قیمت ٹوٹل',
)
export const footWords = words('total subtotal grand gst vat tax discount balance payable freight kul میزان ٹوٹل')

/** Before a number that is how many: `qty 9`. */
export const quantityBefore = words('qty quantity x مقدار')
