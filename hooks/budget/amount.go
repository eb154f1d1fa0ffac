package budget

import (
	"math/big"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var (
	errAmount = fault.New(fault.Invalid, "budget.amount",
		"\"{value}\" bukan jumlah uang yang dapat dibaca. Tulis angka saja, seperti 1.234.567 atau 1234567.",
		"\"{value}\" cannot be read as an amount. Write the figure only, like 1.234.567 or 1234567.")
	errAmountFailed = fault.New(fault.Invalid, "budget.amount_failed",
		"Sel ini berisi kesalahan rumus ({value}). Perbaiki rumusnya, atau ketik nilainya.",
		"This cell holds the error of a formula ({value}). Mend the formula, or type the value.")
	errAmountFormula = fault.New(fault.Invalid, "budget.amount_formula",
		"Sel ini berisi rumus yang belum dihitung. Buka berkas di Excel atau LibreOffice, simpan, lalu unggah lagi.",
		"This cell holds a formula that was never worked out. Open the file in Excel or LibreOffice, save it, and upload it again.")
	errAmountHuge = fault.New(fault.Invalid, "budget.amount_huge",
		"{value} terlalu besar untuk anggaran desa (lebih dari Rp 10 triliun). Periksa titik dan komanya.",
		"{value} is too much for a village (over Rp 10 trillion). Check its dots and commas.")
)

// MaxAmount is the largest amount of a line, in rupiah. Sums of thousands of
// them stay exact also in JavaScript.
const MaxAmount = 10_000_000_000_000

// ReadAmount reads a cell in sen, a hundredth of a rupiah: Siskeudes keeps two
// decimals. told is false for an empty cell. Brackets and a minus mean less than
// nothing, a lone dash nothing.
func ReadAmount(cell sheet.Cell) (sen int64, told bool, wrong *fault.Fault) {
	text := strings.TrimSpace(strings.ReplaceAll(cell.Text, "\u00a0", " "))
	switch {
	case cell.Kind == sheet.Failed:
		return 0, true, errAmountFailed.With("value", cell.Text)
	case cell.Kind == sheet.Formula:
		return 0, true, errAmountFormula
	case text == "":
		return 0, false, nil
	}
	value, ok := new(big.Rat), false
	if cell.Kind == sheet.Number {
		value, ok = value.SetString(text)
	} else {
		value, ok = written(text)
	}
	if !ok {
		return 0, true, errAmount.With("value", text)
	}
	if new(big.Rat).Abs(value).Cmp(big.NewRat(MaxAmount, 1)) > 0 {
		return 0, true, errAmountHuge.With("value", text)
	}
	return hundredths(value), true, nil
}

// hundredths rounds half away from zero, which takes away what binary fractions
// add to 0.09.
func hundredths(value *big.Rat) int64 {
	scaled := new(big.Rat).Mul(value, big.NewRat(100, 1))
	half := big.NewRat(1, 2)
	if scaled.Sign() < 0 {
		half.Neg(half)
	}
	scaled.Add(scaled, half)
	return new(big.Int).Quo(scaled.Num(), scaled.Denom()).Int64()
}

// written reads "Rp 1.234.567,00", "(1.234)", "1,234.50", "1234567".
func written(text string) (*big.Rat, bool) {
	text = strings.ReplaceAll(strings.ToLower(text), " ", "")
	negative := false
	if inner, is := strings.CutPrefix(text, "("); is && strings.HasSuffix(inner, ")") {
		negative, text = true, strings.TrimSuffix(inner, ")")
	}
	for _, mark := range []string{"-", "idr", "rp", ".", "-"} { // "-Rp 5", "Rp. 1.000", "Rp -5"
		if rest, is := strings.CutPrefix(text, mark); is && rest != "" {
			text, negative = rest, negative != (mark == "-")
		}
	}
	for _, end := range []string{",--", ",-", ".-"} {
		text = strings.TrimSuffix(text, end)
	}
	switch text {
	case "-", "–", "—":
		return new(big.Rat), true
	}
	plain, ok := pointed(text)
	if !ok {
		return nil, false
	}
	value, ok := new(big.Rat).SetString(plain)
	if ok && negative {
		value.Neg(value)
	}
	return value, ok
}

// pointed takes the marks between thousands out and makes the decimal one a
// point. A single mark before three digits is one of thousands.
func pointed(text string) (string, bool) {
	for _, r := range text {
		if (r < '0' || r > '9') && r != '.' && r != ',' {
			return "", false
		}
	}
	last := strings.LastIndexAny(text, ".,")
	if last < 0 {
		return text, text != ""
	}
	decimals := len(text) - last - 1
	mark := text[last : last+1]
	whole, fraction := text, ""
	if decimals <= 2 && strings.Count(text, mark) == 1 {
		whole, fraction = text[:last], text[last+1:]
	}
	thousands := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	if len(thousands) == 0 || strings.ContainsAny(whole, ".") && strings.ContainsAny(whole, ",") {
		return "", false
	}
	for i, three := range thousands {
		if i > 0 && len(three) != 3 || i == 0 && len(thousands) > 1 && len(three) > 3 {
			return "", false
		}
	}
	return strings.Join(thousands, "") + "." + fraction + "0", true
}
