package residents

import (
	"time"

	"mdesa/hooks/fault"
)

// Warnings about a family card's number; none of them blocks.
var (
	warnKKTemporary = fault.New(fault.Invalid, "household.kk_temporary",
		"Nomor KK ini sementara, dibuat oleh kantor. Ganti dengan nomor dari Disdukcapil bila KK sudah terbit.",
		"This KK number is temporary, given by the office. Replace it when the civil registry has issued the family card.")
	warnKKArea = fault.New(fault.Invalid, "household.kk_area",
		"Kode wilayah {code} pada nomor KK tidak dikenal. Bandingkan dengan kartunya.",
		"The area code {code} in the KK number is not known. Compare it with the card.")
	warnKKDate = fault.New(fault.Invalid, "household.kk_date",
		"Angka {digits} pada nomor KK bukan tanggal terbit. Mungkin yang tertulis NIK; periksa kartunya.",
		"The digits {digits} in the KK number are no date of issue. It may be a NIK; check the card.")
)

// CheckKK reads the number of a family card: 16 digits, district, date of issue
// of the first card (DDMMYY, nothing added), serial. The number belongs to the
// card: a family that splits gets another, and none follows from a NIK. today is
// "YYYY-MM-DD".
func CheckKK(kk, today string) (errors, warnings []*fault.Fault) {
	kk = TidyNumber(kk)
	if wrong := checkNumber("No. KK", kk); wrong != nil {
		return []*fault.Fault{wrong}, nil
	}
	if temporary(kk) {
		return nil, []*fault.Fault{warnKKTemporary}
	}
	if !knownArea(kk) {
		warnings = append(warnings, warnKKArea.With("code", kk[:6]))
	}
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		now = time.Now()
	}
	if _, isDate := dateIn(kk[6:12], now); !isDate {
		warnings = append(warnings, warnKKDate.With("digits", kk[6:12]))
	}
	return nil, warnings
}
