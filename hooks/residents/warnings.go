package residents

import "mdesa/hooks/fault"

var (
	warnNotLiving = fault.New(fault.Invalid, "resident.not_living",
		"Register mencatat status \"{status}\" untuk warga ini. Pastikan sebelum melayani.",
		"The register has the status \"{status}\" for this person. Make sure before going on.")
	warnNoBirthDate = fault.New(fault.Invalid, "resident.no_birth_date",
		"Tanggal lahir belum tercatat. Lengkapi dari KK atau akta kelahiran.",
		"No birth date is on record. Add it from the family card or the birth certificate.")
	warnNoHousehold = fault.New(fault.Invalid, "resident.no_household",
		"Warga ini belum masuk kartu keluarga mana pun di register.",
		"This person is not on any family card in the register.")
	warnNoHead = fault.New(fault.Invalid, "household.no_head",
		"Kartu keluarga ini tidak punya kepala keluarga yang hidup. Keluarga perlu mengurus KK baru.",
		"This family card has no living head. The family needs a new card.")
	warnManyHeads = fault.New(fault.Invalid, "household.many_heads",
		"Kartu keluarga ini punya {count} kepala keluarga; seharusnya satu. Bandingkan dengan kartunya.",
		"This family card has {count} heads; there should be one. Compare it with the card.")
)

// Facts are what the register says about a person, as far as it can be doubted.
type Facts struct {
	NIK, BirthDate, Sex, LifeStatus string // as in the residents collection
	KK                              string // "" without household
	Heads                           int    // living heads of the household
}

// Warnings are what an officer should look at before deciding; none of them
// stops anything. today is "YYYY-MM-DD". Each has a key and a text, see
// [fault.Fault.In].
func Warnings(facts Facts, today string) []*fault.Fault {
	errors, warnings := CheckNIK(facts.NIK, facts.BirthDate, facts.Sex, today)
	warnings = append(errors, warnings...) // a wrong number can only come past the hooks
	if facts.BirthDate == "" {
		warnings = append(warnings, warnNoBirthDate)
	}
	if facts.LifeStatus != "hidup" {
		warnings = append(warnings, warnNotLiving.WithText("status", StateText(facts.LifeStatus, "id"), StateText(facts.LifeStatus, "en")))
	}
	if facts.KK == "" {
		return append(warnings, warnNoHousehold)
	}
	errors, ofCard := CheckKK(facts.KK, today)
	warnings = append(append(warnings, errors...), ofCard...)
	switch {
	case facts.Heads == 0:
		warnings = append(warnings, warnNoHead)
	case facts.Heads > 1:
		warnings = append(warnings, warnManyHeads.With("count", facts.Heads))
	}
	return warnings
}
