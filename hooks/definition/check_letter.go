package definition

import (
	"regexp"
	"slices"
	"strings"

	"mdesa/hooks/fault"
)

// NumberParts are the {names} a number pattern may hold; {serial:3} pads the
// running number to three digits.
var NumberParts = []string{"code", "serial", "office", "month", "year"}

var numberPart = regexp.MustCompile(`\{([^{}:]*)(?::(\d))?\}`)

var errNoSerial = fault.New(fault.Invalid, "definition.no_serial",
	"{place}: “{value}” tidak memuat nomor urut {serial}, sehingga semua surat bernomor sama.",
	"{place}: “{value}” holds no running number {serial}, so all letters would have the same number.")

func (c *checker) letter(d *Definition) {
	c.needed("template", emptyMarkup.ReplaceAllString(d.Template, ""))
	c.oneOf("series", d.Series, SeriesKinds)
	c.oneOf("paper", d.Paper, Papers)
	c.numberPattern(d)
	if d.Validity.Unit != "" && d.Validity.Unit != "none" {
		c.oneOf("validity.unit", d.Validity.Unit, SpanUnits)
		if d.Validity.Amount <= 0 {
			c.add("validity.amount", errDuration.With("value", d.Validity.Amount))
		}
	}
}

// emptyMarkup is what a rich-text field leaves behind when everything in it was deleted.
var emptyMarkup = regexp.MustCompile(`(?i)</?p[^>]*>|<br\s*/?>|&nbsp;`)

func (c *checker) numberPattern(d *Definition) {
	if strings.TrimSpace(d.NumberPattern) == "" {
		c.add("number_pattern", errMissing)
		return
	}
	used := map[string]bool{}
	for _, part := range numberPart.FindAllStringSubmatch(d.NumberPattern, -1) {
		used[part[1]] = true
		if !slices.Contains(NumberParts, part[1]) {
			c.unknown("number_pattern", part[1], NumberParts)
		}
	}
	if !used["serial"] {
		c.add("number_pattern", errNoSerial.With("value", d.NumberPattern))
	}
	if used["code"] {
		c.needed("classification_code", d.ClassificationCode)
	}
}
