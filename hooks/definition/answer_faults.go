package definition

import "mdesa/hooks/fault"

var (
	errRequired = fault.New(fault.Invalid, "answer.required",
		"Isi “{label}” untuk melanjutkan.",
		"Fill in “{label}” to continue.")
	errRequiredChoice = fault.New(fault.Invalid, "answer.required_choice",
		"Pilih jawaban untuk “{label}”.",
		"Choose an answer to “{label}”.")
	errRequiredRows = fault.New(fault.Invalid, "answer.required_rows",
		"Tambahkan paling sedikit satu baris pada “{label}”.",
		"Add at least one row to “{label}”.")
	errAnswerShape = fault.New(fault.Invalid, "answer.shape",
		"Jawaban “{label}” tidak terbaca. Hapus lalu isi lagi.",
		"The answer to “{label}” cannot be read. Clear it and fill it in again.")
	errTooShort = fault.New(fault.Invalid, "answer.too_short",
		"“{label}” terlalu pendek: tulis paling sedikit {min} huruf.",
		"“{label}” is too short: write at least {min} letters.")
	errTooLong = fault.New(fault.Invalid, "answer.too_long",
		"“{label}” terlalu panjang: paling banyak {max} huruf. Ringkaskan.",
		"“{label}” is too long: at most {max} letters. Please shorten it.")
	errNumber = fault.New(fault.Invalid, "answer.number",
		"Isi “{label}” dengan angka, misalnya 25 atau 2,5.",
		"Fill in “{label}” with a number, for example 25 or 2,5.")
	errMoney = fault.New(fault.Invalid, "answer.money",
		"Isi “{label}” dengan jumlah rupiah tanpa sen, misalnya 1.500.000.",
		"Fill in “{label}” with an amount in whole rupiah, for example 1.500.000.")
	errTooLow = fault.New(fault.Invalid, "answer.too_low",
		"“{label}” paling sedikit {min}.",
		"“{label}” must be at least {min}.")
	errTooHigh = fault.New(fault.Invalid, "answer.too_high",
		"“{label}” paling banyak {max}.",
		"“{label}” must be at most {max}.")
	errDate = fault.New(fault.Invalid, "answer.date",
		"Isi “{label}” dengan tanggal yang ada di kalender, misalnya 2026-03-17 untuk 17 Maret 2026.",
		"Fill in “{label}” with a day that exists, for example 2026-03-17 for 17 March 2026.")
	errDateEarly = fault.New(fault.Invalid, "answer.date_early",
		"“{label}” terlalu awal: paling awal {min}.",
		"“{label}” is too early: {min} at the earliest.")
	errDateLate = fault.New(fault.Invalid, "answer.date_late",
		"“{label}” terlalu akhir: paling akhir {max}.",
		"“{label}” is too late: {max} at the latest.")
	errTime = fault.New(fault.Invalid, "answer.time",
		"Isi “{label}” dengan jam dan menit, misalnya 09:30.",
		"Fill in “{label}” with hours and minutes, for example 09:30.")
	errChoice = fault.New(fault.Invalid, "answer.choice",
		"Pilih salah satu jawaban yang tersedia untuk “{label}”.",
		"Choose one of the answers offered for “{label}”.")
	errFewChoices = fault.New(fault.Invalid, "answer.few_choices",
		"Pilih paling sedikit {min} jawaban untuk “{label}”.",
		"Choose at least {min} answers to “{label}”.")
	errManyChoices = fault.New(fault.Invalid, "answer.many_choices",
		"Pilih paling banyak {max} jawaban untuk “{label}”.",
		"Choose at most {max} answers to “{label}”.")
	errPhone = fault.New(fault.Invalid, "answer.phone",
		"Isi “{label}” dengan nomor telepon, misalnya 0812-3456-7890.",
		"Fill in “{label}” with a phone number, for example 0812-3456-7890.")
	errNIK = fault.New(fault.Invalid, "answer.nik",
		"“{label}” terdiri atas 16 angka; yang tertulis {count}. Salin dari KTP atau KK.",
		"“{label}” has 16 digits; {count} were written. Copy it from the identity card or family card.")
	errMember = fault.New(fault.Invalid, "answer.member",
		"Pilih anggota keluarga untuk “{label}” dari daftar.",
		"Choose a member of the family for “{label}” from the list.")
	errTooFewRows = fault.New(fault.Invalid, "answer.few_rows",
		"Isi paling sedikit {min} baris pada “{label}”.",
		"Fill in at least {min} rows of “{label}”.")
	errTooManyRows = fault.New(fault.Invalid, "answer.many_rows",
		"“{label}” paling banyak {max} baris.",
		"“{label}” takes at most {max} rows.")
)

func missingAnswer(fieldType string) *fault.Fault {
	switch fieldType {
	case "choice", "choices", "yesno", "member":
		return errRequiredChoice
	case "rows":
		return errRequiredRows
	case "place":
		return errPlace
	}
	return errRequired
}

// within compares an amount with a field's own limits.
func within(field Field, amount float64, low, high *fault.Fault) *fault.Fault {
	switch {
	case field.Min != nil && amount < *field.Min:
		return low.With("min", plain(*field.Min))
	case field.Max != nil && amount > *field.Max:
		return high.With("max", plain(*field.Max))
	}
	return nil
}
