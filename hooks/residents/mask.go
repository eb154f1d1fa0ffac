package residents

import "strings"

// Numbers are masked wherever staff see more than one person at a time, and on
// the card until somebody asks for them: the first 12 digits of a NIK tell birth
// and sex.

// maskNumber leaves the last four of a number: "************0001".
func maskNumber(number string) string { return mask(number, 4) }

// maskPhone leaves the last three.
func maskPhone(phone string) string { return mask(phone, 3) }

// mask hides a short number altogether.
func mask(text string, shown int) string {
	letters := []rune(text)
	if len(letters) <= 2*shown {
		return strings.Repeat("*", len(letters))
	}
	hidden := len(letters) - shown
	return strings.Repeat("*", hidden) + string(letters[hidden:])
}

// withoutHealth is the person without what is said of health, which the law
// keeps more closely (UU 27/2022 art. 4: specific data).
func (p person) withoutHealth() person {
	p.Disability, p.Contraception, p.Pregnant = "", "", false
	return p
}

// masked is the person without full numbers.
func (p person) masked() person {
	for _, number := range []*string{&p.NIK, &p.KK, &p.FatherNIK, &p.MotherNIK, &p.Passport, &p.StayPermit, &p.InsuranceNumber, &p.TagID} {
		*number = maskNumber(*number)
	}
	p.Phone = maskPhone(p.Phone)
	return p
}
