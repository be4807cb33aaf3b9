// SPDX-License-Identifier: Apache-2.0
import type { Role } from './types.ts'

// What people write above their columns, in English, Urdu and Roman Urdu: lower case, words apart by one
// space, as `normalHeader` brings a header into that form.

/** Header words of each role. */
export const headerWords: Readonly<Record<Role, readonly string[]>> = {
  document: listed(`
    invoice, invoice no, invoice number, invoice id, inv no, inv, bill, bill no, bill number, receipt,
    receipt no, receipt number, order, order no, order number, order id, order ref, increment id,
    voucher no, voucher, document, document no, doc no, transaction id, transaction, txn id, sale id,
    sale no, ref, reference, challan no, memo no, cash memo, raseed, raseed no, rasid, bill ka number,
    anwais, انوائس, انوائس نمبر, بل, بل نمبر, رسید, رسید نمبر, آرڈر, آرڈر نمبر, حوالہ, واؤچر نمبر
  `),
  date: listed(`
    date, invoice date, order date, sale date, sales date, bill date, transaction date, txn date,
    doc date, document date, posting date, created at, created, created on, ordered at, order time,
    datetime, date time, timestamp, day, date of sale, paid at, tareekh, tarikh, taareekh,
    bill ki tareekh, din, تاریخ, بل کی تاریخ, فروخت کی تاریخ, انوائس کی تاریخ, دن, بتاریخ
  `),
  itemCode: listed(`
    stock code, item code, sku, product code, product id, item id, code, barcode, ean, upc, article,
    article no, article number, part no, part number, item no, item number, product no, variant sku,
    lineitem sku, style no, style, design no, material, item sku, maal code, cheez code, آئٹم کوڈ, کوڈ,
    مال کوڈ, پروڈکٹ کوڈ, بارکوڈ, شے کا کوڈ, آرٹیکل نمبر
  `),
  itemName: listed(`
    description, item, item name, product, product name, name, item description, product description,
    title, lineitem name, particulars, goods, details, item detail, product title, naam, maal, cheez,
    tafseel, item ka naam, maal ka naam, saman, نام, آئٹم, آئٹم کا نام, مال, مال کا نام, چیز, تفصیل,
    تفصیلات, پروڈکٹ, پروڈکٹ کا نام, سامان, شے, شے کا نام
  `),
  quantity: listed(`
    quantity, qty, qty ordered, quantity ordered, units, units sold, pieces, pcs, nos, qnty, sold qty,
    sale qty, quantity sold, lineitem quantity, count, tadad, tadaad, taadad, miqdar, adad, تعداد, مقدار,
    عدد, فروخت تعداد
  `),
  price: listed(`
    price, unit price, rate, sale price, selling price, item price, lineitem price, price each,
    unit rate, mrp, retail price, cost per unit, unit cost, per unit, qeemat, keemat, qimat, kimat, bhao,
    bhaw, rate per unit, قیمت, فی یونٹ قیمت, نرخ, ریٹ, بھاؤ, فی عدد قیمت, قیمت فی عدد
  `),
  amount: listed(`
    amount, line total, total, line amount, net amount, total amount, value, sales, sale amount, revenue,
    net, net total, total price, sales amount, net sales, sale value, net value, subtotal, sub total,
    extended price, row total, total sale, total sales, raqam, raqm, kul, kul raqam, paise, rupay,
    kul qeemat, رقم, کل, کل رقم, ٹوٹل, مجموعہ, میزان, کل قیمت, روپے, مالیت
  `),
  currency: listed(`
    currency, currency code, curr, ccy, cur, order currency, currency name, سکہ, کرنسی, کرنسی کوڈ
  `),
  customer: listed(`
    customer, customer id, customer no, customer number, customer code, client, client id, buyer,
    buyer id, party, party code, account no, account, cust id, cust no, cust code, user id, member id,
    email, customer email, phone, mobile, customer phone, gahak, gahak id, gahak number, khareedar,
    kharidar, khata no, گاہک, گاہک نمبر, گاہک کوڈ, خریدار, کسٹمر, کسٹمر نمبر, کھاتہ نمبر, پارٹی
  `),
  customerName: listed(`
    customer name, client name, buyer name, party name, bill to, billing name, sold to, account name,
    cust name, gahak ka naam, گاہک کا نام, خریدار کا نام, کسٹمر کا نام, پارٹی کا نام
  `),
  country: listed(`
    country, country name, country code, ship country, shipping country, billing country, destination,
    destination country, customer country, market, mulk, ملک, منڈی
  `),
  channel: listed(`
    channel, sales channel, source, sales source, store, shop, branch, outlet, location, platform, site,
    marketplace, store name, branch name, outlet name, warehouse, dukaan, dukan, shakh, چینل, دکان, شاخ,
    برانچ, ذریعہ
  `),
  status: listed(`
    status, order status, state, sale status, invoice status, item status, financial status,
    payment status, type, transaction type, sale type, doc type, document type, haalat, halat, حالت,
    کیفیت, قسم, حیثیت
  `),
  category: listed(`
    category, category name, category name 1, product category, item category, department, group,
    item group, product group, product type, class, family, brand, lineitem category, section, zumra,
    qism, زمرہ, درجہ, شعبہ, گروپ, کیٹیگری
  `),
}

/** Headers that name the total of a whole order, which many programs repeat on each of its lines. */
export const orderTotalWords: readonly string[] = listed(`
  grand total, order total, invoice total, bill total, order amount, invoice amount, bill amount,
  total paid, amount paid, بل کی کل رقم
`)

/** Headers that name a column which is none of the roles, though its name resembles one. */
export const otherWords: readonly string[] = listed(`
  discount, discount amount, tax, tax amount, vat, gst, shipping, balance, stock, cost, profit, margin,
  time, payment method, payment, month, year, item id, line no, line number, row, row no, serial no,
  sr no, s no, sr, نمبر شمار, رعایت, ٹیکس, بقایا
`)

/** Headers of the two columns that a file of problems has in front, in every language we write it in. */
export const problemHeaders: readonly (readonly [string, string])[] = [
  ['line', 'reason'],
  ['سطر', 'وجہ'],
]

/** The words of a list, apart by commas. */
function listed(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim())
}
