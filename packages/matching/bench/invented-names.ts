// SPDX-License-Identifier: Apache-2.0
// Data: invented. First names, trades and firms in two scripts with spellings, from which the messy year makes payers.

/** Latin spellings by comma, the first one in the books; then Urdu. */
export const firstNames: readonly (readonly [string, string])[] = [
  ['Muhammad,Mohammad,Mohd,M', 'محمد'],
  ['Ahmad,Ahmed,Ahmd', 'احمد'],
  ['Ali,Aly', 'علی'],
  ['Hassan,Hasan', 'حسن'],
  ['Hussain,Husain,Hussein', 'حسین'],
  ['Aslam,Aslm', 'اسلم'],
  ['Akram,Akrum', 'اکرم'],
  ['Tariq,Tarik', 'طارق'],
  ['Mehmood,Mahmood,Mehmud', 'محمود'],
  ['Imran,Imraan', 'عمران'],
  ['Bashir,Basheer', 'بشیر'],
  ['Nadeem,Nadim', 'ندیم'],
  ['Khurshid,Khursheed', 'خورشید'],
  ['Waqas,Waqaas', 'وقاص'],
  ['Shahid,Shahed', 'شاہد'],
  ['Rashid,Rasheed', 'رشید'],
  ['Yousaf,Yusuf,Yousuf', 'یوسف'],
  ['Ghulam,Gulam', 'غلام'],
  ['Abdul Rehman,Abdur Rehman,AbdulRehman', 'عبدالرحمن'],
  ['Zaheer,Zahir', 'ظہیر'],
  ['Faisal,Faysal', 'فیصل'],
  ['Kashif,Kaashif', 'کاشف'],
  ['Saeed,Said', 'سعید'],
  ['Iqbal,Eqbal', 'اقبال'],
  ['Junaid,Junaed', 'جنید'],
  ['Usman,Osman', 'عثمان'],
  ['Sajid,Saajid', 'ساجد'],
  ['Naveed,Navid', 'نوید'],
  ['Fatima,Fatimah', 'فاطمہ'],
  ['Ayesha,Aisha,Aysha', 'عائشہ'],
  ['Rukhsana,Ruksana', 'رخسانہ'],
  ['Shazia,Shaziya', 'شازیہ'],
]

export const familyNames: readonly (readonly [string, string])[] = [
  ['Khan,Khaan', 'خان'],
  ['Butt,But', 'بٹ'],
  ['Chaudhry,Chaudhary,Choudhry,Ch', 'چوہدری'],
  ['Malik,Malick', 'ملک'],
  ['Sheikh,Shaikh', 'شیخ'],
  ['Qureshi,Quraishi', 'قریشی'],
  ['Mirza,Mirzaa', 'مرزا'],
  ['Raza,Rza', 'رضا'],
  ['Abbas,Abbass', 'عباس'],
  ['Siddiqui,Siddiqi', 'صدیقی'],
  ['Awan,Awaan', 'اعوان'],
  ['Bhatti,Bhati', 'بھٹی'],
]

export const firmNames: readonly (readonly [string, string])[] = [
  ['Al-Noor,Al Noor,Alnoor', 'النور'],
  ['Madina,Madinah', 'مدینہ'],
  ['Bismillah,Bismilah', 'بسم اللہ'],
  ['Shaheen,Shahin', 'شاہین'],
  ['Punjab,Panjab', 'پنجاب'],
  ['Sialkot,Sialkote', 'سیالکوٹ'],
  ['Lahore,Lahor', 'لاہور'],
  ['Karachi,Krachi', 'کراچی'],
  ['National,Nationl', 'نیشنل'],
  ['Crescent,Cresent', 'کریسنٹ'],
  ['Chenab,Chanab', 'چناب'],
  ['Ravi,Raavi', 'راوی'],
  ['Star,Starr', 'سٹار'],
  ['Royal,Royl', 'رائل'],
]

export const trades: readonly (readonly [string, string])[] = [
  ['Sports,Sport', 'سپورٹس'],
  ['Textile,Textiles', 'ٹیکسٹائل'],
  ['Leather,Lether', 'لیدر'],
  ['Surgical,Surgicals', 'سرجیکل'],
  ['Garments,Garment', 'گارمنٹس'],
  ['Fabrics,Fabric', 'فیبرکس'],
  ['Autos,Auto', 'آٹوز'],
  ['Paper,Papers', 'پیپر'],
  ['Plastic,Plastics', 'پلاسٹک'],
  ['Mobile,Mobiles', 'موبائل'],
]

export const companyWords: readonly (readonly [string, string])[] = [
  ['Traders,Trading,Trdrs', 'ٹریڈرز'],
  ['Enterprises,Enterprise,Ent', 'انٹرپرائزز'],
  ['Brothers,Bros', 'برادرز'],
  ['& Sons,and Sons', 'اینڈ سنز'],
  ['Industries,Ind', 'انڈسٹریز'],
  ['Store,Stores', 'سٹور'],
  ['(Pvt) Ltd,Pvt Ltd,Private Limited,', 'پرائیویٹ لمیٹڈ'],
]

/** Payments that have to do with no invoice: direction, who, narrative. `#` is a digit. */
export const otherBusiness: readonly (readonly ['in' | 'out', string, string])[] = [
  ['out', 'LESCO', 'UTILITY BILL LESCO ############'],
  ['out', 'SNGPL', 'GAS BILL SNGPL ##########'],
  ['out', '', 'SERVICE CHARGES INCL FED'],
  ['out', '', 'ATM CASH WITHDRAWAL ####'],
  ['out', 'Haji Sharif', 'RENT SHOP ## HAJI SHARIF'],
  ['out', 'Nasreen Bibi', 'SALARY NASREEN BIBI'],
  ['out', 'Tariq Javed', 'SALARY TARIQ JAVED'],
  ['out', 'Ahmad Nawaz', 'SALARY AHMAD NAWAZ'],
  ['out', 'FBR', 'TAX PAYMENT PSID ##############'],
  ['out', '', 'POS PURCHASE PSO PUMP ####'],
  ['in', '', 'PROFIT PAID'],
  ['in', '', 'CASH DEPOSIT OWN ####'],
  ['in', 'Own Account', 'FT FROM OWN A/C ######'],
  ['in', 'Asghar Loan', 'LOAN RECEIVED ASGHAR'],
  ['in', '', 'REVERSAL OF CHARGES'],
]
