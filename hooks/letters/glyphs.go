package letters

import (
	"fmt"

	"mdesa/hooks/fault"
)

var errGlyph = fault.New(fault.Invalid, "letter.glyph",
	"Huruf “{char}” ({code}) dalam “{text}” tidak dapat dicetak di surat. Tulis ulang bagian itu dengan huruf Latin.",
	"The character “{char}” ({code}) in “{text}” cannot be printed on a letter. Write that part again in Latin letters.")

// CheckGlyphs names the first character of the document that the letter's fonts
// cannot draw. It is asked before a letter gets its number.
func CheckGlyphs(d Document) error {
	var missing error
	d.walk(func(text string) {
		if missing == nil {
			missing = checkText(text)
		}
	})
	return missing
}

func checkText(text string) error {
	text = printable(text)
	for at, r := range text {
		if r != '\n' && !drawable(r) {
			excerpt := place{}.around(text, at, at+len(string(r))).excerpt
			return errGlyph.With("char", string(r)).With("code", fmt.Sprintf("U+%04X", r)).With("text", excerpt)
		}
	}
	return nil
}

// Check does the same for everything a letter prints.
func (l Letter) Check() error {
	texts := []string{l.Title, l.Number, l.Place, l.Footer, l.Signature.Name, l.Signature.StaffNumber}
	texts = append(texts, l.Signature.Head...)
	texts = append(texts, l.Letterhead.Lines...)
	texts = append(texts, l.Letterhead.Address...)
	if l.Holder != nil {
		texts = append(texts, l.Holder.Label, l.Holder.Name)
	}
	for _, text := range texts {
		if err := checkText(text); err != nil {
			return err
		}
	}
	return CheckGlyphs(l.Body)
}
