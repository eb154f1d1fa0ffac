package budget

import "strings"

// Rupiah writes whole rupiah as people do: "Rp 1.234.567", "−Rp 500".
func Rupiah(amount int64) string {
	sign := ""
	if amount < 0 {
		sign, amount = "−", -amount
	}
	return sign + "Rp " + thousands(amount)
}

// inSen writes hundredths of a rupiah, the decimals only where there are some.
func inSen(sen int64) string {
	sign := ""
	if sen < 0 {
		sign, sen = "−", -sen
	}
	text := sign + "Rp " + thousands(sen/100)
	if rest := sen % 100; rest != 0 {
		text += "," + twoDigits(int(rest))
	}
	return text
}

func thousands(n int64) string {
	var digits []byte
	for i := 0; n > 0 || i == 0; i++ {
		if i > 0 && i%3 == 0 {
			digits = append(digits, '.')
		}
		digits = append(digits, byte('0'+n%10))
		n /= 10
	}
	var text strings.Builder
	for i := len(digits) - 1; i >= 0; i-- {
		text.WriteByte(digits[i])
	}
	return text.String()
}
