package letters

import (
	"math"
	"strconv"
	"strings"
)

var (
	units  = [...]string{"", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"}
	scales = [...]string{"", "ribu", "juta", "miliar", "triliun"}
)

// words writes a whole number in Indonesian: 1250000 is "satu juta dua ratus
// lima puluh ribu". Beyond 999 trillion it gives the digits.
func words(n int64) string {
	switch {
	case n < 0:
		return "minus " + words(-n)
	case n == 0:
		return "nol"
	case n >= 1e15:
		return strconv.FormatInt(n, 10)
	}
	var parts []string
	for scale := 0; n > 0; scale, n = scale+1, n/1000 {
		group := n % 1000
		switch {
		case group == 0:
		case group == 1 && scale == 1:
			parts = append(parts, "seribu")
		default:
			parts = append(parts, strings.TrimSpace(hundreds(group)+" "+scales[scale]))
		}
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, " ")
}

// hundreds writes 1 to 999.
func hundreds(n int64) string {
	switch {
	case n < 12:
		return units[n]
	case n < 20:
		return units[n-10] + " belas"
	case n < 100:
		return strings.TrimSpace(units[n/10] + " puluh " + units[n%10])
	case n < 200:
		return strings.TrimSpace("seratus " + hundreds(n-100))
	}
	return strings.TrimSpace(units[n/100] + " ratus " + hundreds(n%100))
}

// decimal writes a number with a comma for the fraction and no dots: "2,5".
func decimal(n float64) string {
	return strings.Replace(strconv.FormatFloat(n, 'f', -1, 64), ".", ",", 1)
}

// decimalWords reads a fraction digit by digit: "dua koma lima".
func decimalWords(n float64) string {
	whole, fraction := math.Modf(math.Abs(n))
	text := words(int64(math.Min(whole, 1e15)))
	if n < 0 {
		text = "minus " + text
	}
	if fraction == 0 {
		return text
	}
	_, digits, _ := strings.Cut(decimal(math.Abs(n)), ",")
	text += " koma"
	for _, digit := range digits {
		if digit == '0' {
			text += " nol"
			continue
		}
		text += " " + units[digit-'0']
	}
	return text
}
