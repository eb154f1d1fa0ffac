package office

import (
	"math"
	"strconv"

	"mdesa/hooks/fault"
)

var (
	errAccent = fault.New(fault.Invalid, "office.accent",
		"Tulis warna seperti #8a3b12: tanda pagar dan enam angka heksadesimal.",
		"Write the colour like #8a3b12: a hash and six hexadecimal digits.")
	errAccentPale = fault.New(fault.Invalid, "office.accent_pale",
		"Warna ini terlalu muda: kontrasnya di atas putih {ratio}:1, paling sedikit 4,5:1 agar semua orang dapat membaca. Pilih warna yang lebih tua.",
		"This colour is too pale: its contrast on white is {ratio}:1, and at least 4.5:1 is needed for everyone to read. Choose a darker one.")
)

// checkAccent refuses a colour that people with weak eyes cannot read on white
// (WCAG 2.2, success criterion 1.4.3).
func checkAccent(colour string) *fault.Fault {
	if len(colour) != len("#rrggbb") || colour[0] != '#' {
		return errAccent
	}
	rgb, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		return errAccent
	}
	luminance := 0.2126*linear(rgb>>16&0xff) + 0.7152*linear(rgb>>8&0xff) + 0.0722*linear(rgb&0xff)
	if ratio := 1.05 / (luminance + 0.05); ratio < 4.5 {
		return errAccentPale.With("ratio", strconv.FormatFloat(math.Floor(ratio*10)/10, 'f', 1, 64))
	}
	return nil
}

// linear undoes the gamma of one sRGB channel.
func linear(channel uint64) float64 {
	c := float64(channel) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}
