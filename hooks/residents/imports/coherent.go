package imports

import (
	"cmp"
	"time"

	"mdesa/hooks/fault"
)

var (
	errFutureDay = fault.New(fault.Invalid, "import.future_day",
		"{column} tidak boleh sesudah hari ini.", "{column} cannot lie after today.")
	errTooOld = fault.New(fault.Invalid, "import.too_old",
		"Menurut tanggal lahir ini usianya lebih dari 120 tahun. Periksa tahunnya, atau status dasarnya.",
		"By this birth date the person is older than 120. Check the year, or the state of life.")
	errBeforeBirth = fault.New(fault.Invalid, "import.before_birth",
		"{column} lebih awal dari tanggal lahir.", "{column} lies before the birth date.")
	errPregnant = fault.New(fault.Invalid, "import.pregnant",
		"Hanya perempuan dapat dicatat hamil. Periksa jenis kelaminnya, atau kosongkan.",
		"Only women can be on record as pregnant. Check the sex, or leave it empty.")
	errContraception = fault.New(fault.Invalid, "import.contraception",
		"Cara KB hanya dicatat untuk yang berstatus kawin. Periksa status perkawinannya, atau kosongkan.",
		"Contraception is recorded for married people only. Check the marital status, or leave it empty.")
	warnNoBirthDate = fault.New(fault.Invalid, "import.no_birth_date",
		"Tanggal lahir kosong. Lengkapi kemudian dari KK atau akta kelahiran.",
		"No birth date. Add it later from the family card or the birth certificate.")
)

// oldest is the age, in years, above which a birth date is a slip of the pen.
const oldest = 120

// coherent checks the values of a row against each other, with what the register
// has where the row says nothing.
func coherent(p *Person, registered *Registered, today string) {
	var before [columnCount]string
	if registered != nil {
		before = registered.Values
	}
	is := func(c Column) string { return cmp.Or(p.Values[c], before[c]) }
	changes := func(c Column) bool { return p.Values[c] != "" && p.Values[c] != before[c] }

	born := is(BirthDate)
	if born == "" {
		if !p.faulty[BirthDate] {
			p.warn(BirthDate, warnNoBirthDate)
		}
	} else if is(LifeStatus) == "hidup" && changes(BirthDate) && age(born, today) > oldest {
		p.refuse(BirthDate, "", errTooOld)
	}
	for _, c := range []Column{BirthDate, MarriedOn, DivorcedOn} {
		day := p.Values[c]
		if !changes(c) && !changes(BirthDate) {
			continue
		}
		if day > today {
			p.refuse(c, "", errFutureDay.WithText("column", columns[c].label, columns[c].labelEN))
		} else if day != "" && day < born {
			p.refuse(c, "", errBeforeBirth.WithText("column", columns[c].label, columns[c].labelEN))
		}
	}
	if (changes(Pregnant) || changes(Sex)) && is(Pregnant) == yes && is(Sex) != "P" && !p.faulty[Sex] {
		p.refuse(Pregnant, "", errPregnant)
	}
	if (changes(Contraception) || changes(MaritalStatus)) && p.Values[Contraception] != "" && is(MaritalStatus) != "kawin" && !p.faulty[MaritalStatus] {
		p.refuse(Contraception, "", errContraception)
	}
	numberWarnings(p, today)
}

// age is in full years; 0 for what is no day.
func age(born, today string) int {
	from, errOfBirth := time.Parse(time.DateOnly, born)
	to, err := time.Parse(time.DateOnly, today)
	if err != nil || errOfBirth != nil {
		return 0
	}
	years := to.Year() - from.Year()
	if to.Format("0102") < from.Format("0102") {
		years--
	}
	return years
}
